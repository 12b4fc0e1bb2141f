"""Tells times from what only looks like one: surnames, names with numbers, quantities, sets, ball games."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from twosource.extract.times.grammar import Atom
from twosource.extract.times.groups import Group
from twosource.language import Document, Lexicon, labels
from twosource.language.tree import Row, Tree
from twosource.language.words_times import TimeContextWords

NAMES: Final = frozenset(
    {labels.PERSON, labels.WORK, labels.ORGANISATION, labels.BUILDING, labels.PRODUCT, labels.LAW, labels.EVENT}
)
BEFORE: Final = 24
LAST_WORD: Final = re.compile(r"([\w$#'.]+)[\s(\"“‘]*$")
NEXT_WORD: Final = re.compile(r"[\s]*([\w%']+)")
COUNTABLE: Final = frozenset({labels.NOUN, labels.NAME, labels.ADJECTIVE, labels.NUMERAL, labels.SYMBOL})
CLOSED: Final = re.compile(r"[^.!?]{0,60}?['’](?!\w)")
TOLD: Final = "paragraph"
QUOTING: Final = frozenset("\"“‘'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """Where an expression stands: the article, and the tree of its block."""

    document: Document
    tree: Tree

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.text

    @property
    def lexicon(self) -> Lexicon:
        """The words of its language."""
        return self.document.lexicon

    @property
    def words(self) -> TimeContextWords:
        """Words beside a time."""
        return self.lexicon.time_context

    def row(self, offset: int) -> Row:
        """The token at a code point, or the one before it."""
        return Row(max(0, bisect_right(self.tree.starts, offset) - 1))

    def before(self, offset: int) -> str:
        """The word before, in lower case; empty at the block's beginning."""
        found = LAST_WORD.search(self.text[max(self.tree.starts[0], offset - BEFORE) : offset])
        return found[1].lower() if found else ""

    def after(self, offset: int) -> str:
        """The word after, in lower case."""
        found = NEXT_WORD.match(self.text[offset : offset + BEFORE])
        return found[1].lower() if found else ""

    def ended(self, offset: int) -> bool:
        """Whether "quarter ended" or the like stands before a place."""
        before = self.text[max(self.tree.starts[0], offset - BEFORE) : offset]
        return bool(self.words.period_ended.search(before))

    def begins(self, row: int) -> bool:
        """Whether the verb over a token says that something began then."""
        tree = self.tree
        for _ in range(4):
            row = tree.heads[row]
            if tree.pos[row] == labels.VERB:
                return tree.lemmas[row] in self.words.beginnings
        return False


def without_conjunction(sight: Sight, atom: Atom) -> Atom:
    """The expression without a "that" which begins a clause: "said that Friday would be dry" names Friday, not that Friday."""
    which = atom.parts.get("which", "")
    row = sight.row(atom.start)
    if not which or sight.tree.deps[row] != labels.MARKER or row + 1 >= len(sight.tree) or " " in which:
        return atom
    parts = {name: piece for name, piece in atom.parts.items() if name != "which"}
    return replace(atom, start=sight.tree.starts[row + 1], parts=parts)


def means_time(sight: Sight, group: Group) -> bool:
    """Whether a group of expressions is meant as a time."""
    atom = group.time
    if atom is None or sight.before(group.start) in sight.words.repeated:
        return False
    check = _CHECKS.get(atom.kind)
    return check is None or check(_Expression(sight, group, atom))


@dataclass(frozen=True, slots=True)
class _Expression:
    """An expression where it stands: with the sight around it, and the group it is of."""

    sight: Sight
    group: Group
    atom: Atom

    @property
    def words(self) -> TimeContextWords:
        return self.sight.words

    @property
    def parts(self) -> Mapping[str, str]:
        return self.atom.parts

    @property
    def before(self) -> str:
        return self.sight.before(self.atom.start)

    @property
    def after(self) -> str:
        return self.sight.after(self.atom.end)

    @property
    def row(self) -> Row:
        return self.sight.row(self.atom.start)

    @property
    def is_capital(self) -> bool:
        return self.sight.text[self.atom.start].isupper()

    @property
    def in_name(self) -> bool:
        """Whether it is a piece of a longer name."""
        return self.sight.tree.is_inside_name(self.row, self.sight.row(self.atom.end - 1), NAMES)

    @property
    def in_game(self) -> bool:
        """Whether the block tells of a ball game, whose quarters are not the calendar's."""
        return not self.words.games.isdisjoint(self.sight.tree.lemmas)


def _night(at: _Expression) -> bool:
    return at.after not in at.words.night_things


def _clock(at: _Expression) -> bool:
    return not {"half", "zone", "word", "inpart"}.isdisjoint(at.parts) or at.before in at.words.before_clock


def _part(at: _Expression) -> bool:
    bare = at.atom.end - at.atom.start == len(at.parts["part"])
    return not bare and at.after not in at.words.morning_things


def _month(at: _Expression) -> bool:
    place = at.sight.text.lower().index(at.parts["month"], at.atom.start)
    if not at.sight.text[place].isupper() or at.sight.tree.pos[at.sight.row(place)] in labels.VERBAL:
        return False  # "the trouble this may cause"
    return set(at.parts) != {"month"} or _bare_month(at, at.sight.row(place))


def _bare_month(at: _Expression, row: int) -> bool:
    if at.in_name or at.sight.tree.kind_of_name(row) == labels.PERSON:
        return False
    if at.parts["month"] in at.sight.lexicon.times.ambiguous_months:
        return at.group.narrow is not None or at.before in at.words.before_month
    following = at.sight.text[at.atom.end : at.atom.end + 2]
    return not (following[:1] == " " and following[1:].isupper())


def _weekday(at: _Expression) -> bool:
    """Not a piece of a name; nor "the second Sunday of Advent", which is counted from what is not told."""
    word, times, tree = at.parts["weekday"], at.sight.lexicon.times, at.sight.tree
    around = at.sight.text[max(0, at.atom.start - BEFORE) : at.atom.end + BEFORE].lower()
    counted = any(tree.lemmas[child] in times.ordinals for child in tree.children[at.row] if child < at.row)
    named = any(name in around for name in times.named_days if word in name)
    return not (word in times.ambiguous_weekdays or counted or named or at.in_name)


def _year(at: _Expression) -> bool:
    if at.group.narrow or "fiscal" in at.parts:
        return True
    words, row, tree = at.words, at.row, at.sight.tree
    if at.before in words.before_year:
        return at.after not in words.after_count
    blank = row and at.sight.text[tree.ends[row - 1] : at.atom.start].isspace()
    if blank and tree.pos[row - 1] in {labels.NAME, labels.NUMERAL, labels.SYMBOL}:
        return False
    counts = (
        row + 1 < len(tree) and tree.starts[row + 1] <= at.atom.end + 1 and tree.tags[row + 1] == labels.PLURAL_NOUN
    )
    return not (counts or at.before in words.before_count or at.after in words.after_count)


def _bare_unit(at: _Expression) -> bool:
    if at.group.narrow or at.sight.lexicon.times.unit(at.parts["unit"]) == "quarter":
        return not at.in_game
    return at.before in at.words.before_unit


def _unit(at: _Expression) -> bool:
    titled = at.is_capital and at.sight.text[at.atom.start - 1 : at.atom.start] in QUOTING
    return not titled and at.after not in at.words.after_unit


def _this_part(at: _Expression) -> bool:
    """Not the name of a broadcast: "told This Morning", "on “This Morning”"."""
    return not (at.is_capital and at.sight.text[at.atom.end - len(at.parts["part"])].isupper())


def _today(at: _Expression) -> bool:
    """Not the name of a broadcast or a paper: "on the Today Show", "told Norvale Today"; in a headline all words may be so."""
    block = at.sight.document.block_at(at.atom.start)
    told = block is not None and at.sight.document.article.blocks[block].kind == TOLD
    return not (told and at.is_capital and at.row != at.sight.tree.sentence(at.row)[0])


def _short_year(at: _Expression) -> bool:
    """Not "in '30 minutes'", nor words that are quoted from a number on."""
    tree, behind = at.sight.tree, at.sight.row(at.atom.end - 1) + 1
    if CLOSED.match(at.sight.text, at.atom.end) or tree.part(behind) in COUNTABLE:
        return False
    return not {"month", "season"}.isdisjoint(at.parts) or at.sight.before(at.group.start) in at.words.before_year


def _season(at: _Expression) -> bool:
    dated, season, words = {"which", "year"} & set(at.parts), at.parts["season"], at.words
    alone = not dated and "the" not in at.parts and at.group.narrow is None
    if alone or _named_after(at) or (season in words.season_words and at.after in words.not_season):
        return False
    if not dated and season in words.season_words & words.season_alone:
        return at.before in words.season_only
    return not at.in_name


def _named_after(at: _Expression) -> bool:
    """Whether a season is a piece of a name: "the Winter Olympics"."""
    text, season = at.sight.text, at.sight.text.lower().find(at.parts["season"], at.atom.start)
    return text[season].isupper() and text[at.atom.end : at.atom.end + 2].strip().isupper()


def _decade(at: _Expression) -> bool:
    """Not "in his early 30s", which is an age, nor highs in the 80s."""
    if at.sight.before(at.group.start) in at.words.owners:
        return False
    first, last = at.sight.tree.sentence(at.row)
    return "century" in at.parts or at.words.degrees.isdisjoint(at.sight.tree.lemmas[first:last])


_CHECKS: Final[Mapping[str, Callable[[_Expression], bool]]] = {
    "night": _night,
    "clock": _clock,
    "part": _part,
    "month": _month,
    "weekday": _weekday,
    "year": _year,
    "shortyear": _short_year,
    "bareunit": _bare_unit,
    "quarter": lambda at: not at.in_game,
    "unit": _unit,
    "season": _season,
    "nthday": lambda at: at.after not in at.words.after_ordinal_day,
    "holiday": lambda at: at.is_capital and at.after not in at.words.after_holiday,
    "decade": _decade,
    "thispart": _this_part,
    "today": _today,
}
"""What must hold of an expression by its kind; of all others nothing."""
