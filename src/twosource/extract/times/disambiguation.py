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

    def sentence_lemmas(self, offset: int) -> tuple[str, ...]:
        """The lemmas of the sentence at a place."""
        first, last = self.tree.sentences[self.tree.sentence_of[self.row(offset)]]
        return self.tree.lemmas[first:last]


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
    if sight.before(group.start) in sight.words.repeated:
        return False
    if group.base is None:
        return group.fine is not None and _FINE_CHECKS[group.fine.kind](sight, group.fine)
    check = _CHECKS.get(group.base.kind)
    return check(sight, group, group.base) if check else True


def _night(sight: Sight, atom: Atom) -> bool:
    return sight.after(atom.end) not in sight.words.night_things


def _clock(sight: Sight, atom: Atom) -> bool:
    clear = {"half", "zone", "word", "inpart"} & set(atom.parts)
    return bool(clear) or sight.before(atom.start) in sight.words.before_clock


def _part(sight: Sight, atom: Atom) -> bool:
    bare = atom.end - atom.start == len(atom.parts["part"])
    return not bare and sight.after(atom.end) not in sight.words.morning_things


_FINE_CHECKS: Final[Mapping[str, Callable[[Sight, Atom], bool]]] = {"night": _night, "clock": _clock, "part": _part}


def _in_name(sight: Sight, atom: Atom) -> bool:
    """Whether the expression is a piece of a longer name."""
    row = sight.row(atom.start)
    last = sight.row(atom.end - 1)
    entity = sight.tree.entity_at.get(row)
    if entity is None or entity.label not in NAMES:
        return False
    return last < entity.last and entity.last - entity.first > last - row + 1


def _month(sight: Sight, group: Group, atom: Atom) -> bool:
    place = sight.text.lower().index(atom.parts["month"], atom.start)
    if not sight.text[place].isupper() or sight.tree.pos[sight.row(place)] in labels.VERBAL:
        return False  # "the trouble this may cause"
    return set(atom.parts) != {"month"} or _bare_month(sight, group, atom, sight.row(place))


def _bare_month(sight: Sight, group: Group, atom: Atom, row: int) -> bool:
    entity = sight.tree.entity_at.get(row)
    if _in_name(sight, atom) or (entity is not None and entity.label == labels.PERSON):
        return False
    if atom.parts["month"] not in sight.lexicon.times.ambiguous_months:
        following = sight.text[atom.end : atom.end + 2]
        return not (following[:1] == " " and following[1:].isupper())
    return group.narrow is not None or sight.before(atom.start) in sight.words.before_month


def _weekday(sight: Sight, group: Group, atom: Atom) -> bool:
    del group
    word, times = atom.parts["weekday"], sight.lexicon.times
    if word in times.ambiguous_weekdays or _of_other_days(sight, atom):
        return False
    around = sight.text[max(0, atom.start - BEFORE) : atom.end + BEFORE].lower()
    if any(name in around for name in times.named_days if word in name):
        return False
    return not _in_name(sight, atom)


def _of_other_days(sight: Sight, atom: Atom) -> bool:
    """Reads "the second Sunday of Advent", "the last Friday before the vote": counted from what is not told."""
    row = sight.row(atom.start)
    counted = (sight.tree.lemmas[child] for child in sight.tree.children[row] if child < row)
    if any(lemma in sight.lexicon.times.ordinals for lemma in counted):
        return True
    last = sight.lexicon.times.steps.get(atom.parts.get("which", ""), 0) < 0
    return last and sight.after(atom.end) in sight.words.before_event


def _weekdays(sight: Sight, group: Group, atom: Atom) -> bool:
    """Not "postponed from Sunday to Friday", which are two days and no span."""
    del group
    tree, row = sight.tree, sight.row(atom.start)
    while tree.heads[row] != row and tree.pos[row] not in labels.VERBAL:
        row = tree.heads[row]
    put_off = tree.lemmas[row] in sight.lexicon.tenses.putting_off
    return not (put_off and sight.before(atom.start) in sight.words.from_words)


def _year(sight: Sight, group: Group, atom: Atom) -> bool:
    if group.narrow or "fiscal" in atom.parts:
        return True
    words = sight.words
    before, after = sight.before(atom.start), sight.after(atom.end)
    if before in words.before_year:
        return after not in words.after_count
    row, tree = sight.row(atom.start), sight.tree
    if (
        row
        and sight.text[tree.ends[row - 1] : atom.start].isspace()
        and tree.pos[row - 1] in {labels.NAME, labels.NUMERAL, labels.SYMBOL}
    ):
        return False
    counts = row + 1 < len(tree) and tree.starts[row + 1] <= atom.end + 1 and tree.tags[row + 1] == labels.PLURAL_NOUN
    return not (counts or before in words.before_count or after in words.after_count)


def _bare_unit(sight: Sight, group: Group, atom: Atom) -> bool:
    if group.narrow or sight.lexicon.times.unit(atom.parts["unit"]) == "quarter":
        return not _game(sight, atom)
    return sight.before(atom.start) in sight.words.before_unit


def _unit(sight: Sight, group: Group, atom: Atom) -> bool:
    del group
    titled = sight.text[atom.start].isupper() and sight.text[atom.start - 1 : atom.start] in QUOTING
    return not titled and sight.after(atom.end) not in sight.words.after_unit


def _this_part(sight: Sight, group: Group, atom: Atom) -> bool:
    """Not the name of a broadcast: "told This Morning", "on “This Morning”"."""
    del group
    text = sight.text
    part = atom.end - len(atom.parts["part"])
    return not (text[atom.start].isupper() and text[part].isupper())


def _today(sight: Sight, group: Group, atom: Atom) -> bool:
    """Not the name of a broadcast or a paper: "on the Today Show", "told Norvale Today"; in a headline all words may be so."""
    del group
    row, tree = sight.row(atom.start), sight.tree
    block = sight.document.block_at(atom.start)
    told = block is not None and sight.document.article.blocks[block].kind == TOLD
    opens = row == tree.sentences[tree.sentence_of[row]][0]
    return not (told and sight.text[atom.start].isupper() and not opens)


def _short_year(sight: Sight, group: Group, atom: Atom) -> bool:
    """Not "in '30 minutes'", nor words that are quoted from a number on."""
    tree, row = sight.tree, sight.row(atom.end - 1) + 1
    if CLOSED.match(sight.text, atom.end) or (row < len(tree) and tree.pos[row] in COUNTABLE):
        return False
    return bool({"month", "season"} & set(atom.parts)) or sight.before(group.start) in sight.words.before_year


def _quarter(sight: Sight, group: Group, atom: Atom) -> bool:
    del group
    return not _game(sight, atom)


def _game(sight: Sight, atom: Atom) -> bool:
    """Whether the block tells of a ball game, whose quarters are not the calendar's."""
    del atom
    return not sight.words.games.isdisjoint(sight.tree.lemmas)


def _season(sight: Sight, group: Group, atom: Atom) -> bool:
    dated = {"which", "year"} & set(atom.parts)
    if (not dated and "the" not in atom.parts and group.narrow is None) or _named_after(sight, atom):
        return False
    words = sight.words
    if atom.parts["season"] in words.season_words:
        if sight.after(atom.end) in words.not_season:
            return False
        if not dated and atom.parts["season"] in words.season_alone:
            return sight.before(atom.start) in words.season_only
    return not _in_name(sight, atom)


def _named_after(sight: Sight, atom: Atom) -> bool:
    """Whether a season is a piece of a name: "the Winter Olympics"."""
    season = sight.text.lower().find(atom.parts["season"], atom.start)
    return sight.text[season].isupper() and sight.text[atom.end : atom.end + 2].strip().isupper()


def _nth_day(sight: Sight, group: Group, atom: Atom) -> bool:
    del group
    return sight.after(atom.end) not in sight.words.after_ordinal_day


def _decade(sight: Sight, group: Group, atom: Atom) -> bool:
    """Not "in his early 30s", which is an age, nor highs in the 80s."""
    if sight.before(group.start) in sight.words.owners:
        return False
    return "century" in atom.parts or sight.words.degrees.isdisjoint(sight.sentence_lemmas(atom.start))


def _holiday(sight: Sight, group: Group, atom: Atom) -> bool:
    del group
    return sight.text[atom.start].isupper() and sight.after(atom.end) not in sight.words.after_holiday


_CHECKS: Final[Mapping[str, Callable[[Sight, Group, Atom], bool]]] = {
    "month": _month,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "year": _year,
    "shortyear": _short_year,
    "bareunit": _bare_unit,
    "quarter": _quarter,
    "unit": _unit,
    "season": _season,
    "nthday": _nth_day,
    "holiday": _holiday,
    "decade": _decade,
    "thispart": _this_part,
    "today": _today,
}
