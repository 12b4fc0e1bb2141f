"""Tells times from what only looks like one: surnames, names with numbers, quantities, sets, ball games."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Final

from twosource.extract.times.days import table
from twosource.extract.times.grammar import Atom
from twosource.extract.times.groups import Group
from twosource.language.labels import MARKER, VERBAL
from twosource.language.resources import load
from twosource.language.tree import Tree

NAMES: Final = frozenset({"PERSON", "WORK_OF_ART", "ORG", "FAC", "PRODUCT", "LAW"})
BEFORE: Final = 24
LAST_WORD: Final = re.compile(r"([\w$#'.]+)[\s(\"“‘]*$")
NEXT_WORD: Final = re.compile(r"[\s]*([\w%']+)")
ENDED: Final = re.compile(r"(?:quarter|period|months)\s+(?:that\s+)?end(?:ed|ing)\s+(?:on\s+)?$")
PLANNED: Final = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!had )\b(?:set|due|scheduled|expected|slated|planned|poised) to \w+(?: \w+)?(?: on| in)? $"
    r"|\bas soon as \w+ \w+(?: on)? $"
)
"""A plan right before a time: it is ahead, whatever the tense of the sentence."""
PLAN_REACH: Final = 48
AHEAD_BEFORE: Final = re.compile(
    r"\b(?:by|until|till|through|to|as (?:early|soon) as|no (?:earlier|later|sooner) than)(?: at least)?(?: about| around)?[\s(]*$",
    re.IGNORECASE,
)
AHEAD_BEHIND: Final = re.compile(r"[\s,]*at the (?:very )?(?:earliest|latest|soonest)\b", re.IGNORECASE)
HELPERS: Final = frozenset({"aux", "auxpass"})
OWNERS: Final = frozenset({"his", "her", "their", "my", "your", "our"})
COUNTABLE: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM"})
CLOSED: Final = re.compile(r"[^.!?]{0,60}?['’](?!\w)")
REPEATED: Final = frozenset({"every", "each", "any", "per", "most", "all"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """Where an expression stands: the article's text and the tree of its block."""

    text: str
    tree: Tree

    def row(self, offset: int) -> int:
        """The token at a code point, or the one before it."""
        return max(0, bisect_right(self.tree.starts, offset) - 1)

    def before(self, offset: int) -> str:
        """The word before, in lower case; empty at the block's beginning."""
        found = LAST_WORD.search(self.text[max(self.tree.starts[0], offset - BEFORE) : offset])
        return found[1].lower() if found else ""

    def ended(self, offset: int) -> bool:
        """Whether "quarter ended" or the like stands before a place."""
        return bool(ENDED.search(self.text[max(self.tree.starts[0], offset - BEFORE) : offset]))

    def ahead(self, first: int, last: int) -> bool:
        """Whether words beside a place say that it is an end or a beginning to wait for: "until", "at the earliest"."""
        before = self.text[max(self.tree.starts[0], first - BEFORE) : first]
        return bool(AHEAD_BEFORE.search(before) or AHEAD_BEHIND.match(self.text, last))

    def put_off(self, offset: int) -> bool:
        """Whether a time is the one until which something was put off; not "had been put off until Monday"."""
        tree, row = self.tree, self.row(offset)
        while tree.heads[row] != row and tree.pos[row] not in {"VERB", "AUX"}:
            row = tree.heads[row]
        helpers = {tree.words[child].lower() for child in tree.children[row] if tree.deps[child] in HELPERS}
        return tree.lemmas[row] in load("tenses")["verbs of putting off"] and "had" not in helpers

    def reached(self, offset: int) -> bool:
        """Whether what was so by a time had come about: "had 3,000 members by Sunday"; not "was told to leave by Sunday"."""
        tree, row = self.tree, self.row(offset)
        if self.before(offset) != "by":
            return False
        while tree.heads[row] != row and tree.pos[row] not in {"VERB", "AUX"}:
            row = tree.heads[row]
        helpers = {tree.words[child].lower() for child in tree.children[row] if tree.deps[child] in HELPERS}
        reached = tree.lemmas[row] in load("tenses")["verbs of what is reached"]
        return reached and tree.tags[row] == "VBD" and not helpers

    def planned(self, offset: int) -> bool:
        """Whether a plan stands right before a place: "set to resume Monday"; not "was set to resume Monday"."""
        return bool(PLANNED.search(self.text[max(self.tree.starts[0], offset - PLAN_REACH) : offset]))

    def after(self, offset: int) -> str:
        """The word after, in lower case."""
        found = NEXT_WORD.match(self.text[offset : offset + BEFORE])
        return found[1].lower() if found else ""


def without_conjunction(sight: Sight, atom: Atom) -> Atom:
    """The expression without a "that" which begins a clause: "said that Friday would be dry" names Friday, not that Friday."""
    which = atom.parts.get("which", "")
    row = sight.row(atom.start)
    if not which or sight.tree.deps[row] != MARKER or row + 1 >= len(sight.tree) or " " in which:
        return atom
    parts = {name: piece for name, piece in atom.parts.items() if name != "which"}
    return replace(atom, start=sight.tree.starts[row + 1], parts=parts)


def means_time(sight: Sight, group: Group) -> bool:
    """Whether a group of expressions is meant as a time."""
    if sight.before(group.start) in REPEATED:
        return False
    if group.base is None:
        return group.fine is not None and _fine_alone(sight, group.fine)
    check = _CHECKS.get(group.base.kind)
    return check(sight, group, group.base) if check else True


def _fine_alone(sight: Sight, atom: Atom) -> bool:
    words = load("time_context")
    if atom.kind == "night":
        return sight.after(atom.end) not in words["overnight things"]
    if atom.kind == "clock":
        clear = {"half", "zone", "word", "inpart"} & set(atom.parts)
        return bool(clear) or sight.before(atom.start) in words["before a clock time"]
    return atom.end - atom.start > len(atom.parts["part"]) and sight.after(atom.end) not in words["morning things"]


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
    row = sight.row(place)
    if not sight.text[place].isupper() or sight.tree.pos[row] in VERBAL:
        return False  # "the trouble this may cause"
    if set(atom.parts) != {"month"}:
        return True
    entity = sight.tree.entity_at.get(row)
    if _in_name(sight, atom) or (entity is not None and entity.label == "PERSON"):
        return False
    if atom.parts["month"] not in table("ambiguous_months"):
        following = sight.text[atom.end : atom.end + 2]
        return not (following[:1] == " " and following[1:].isupper())
    return group.narrow is not None or sight.before(atom.start) in load("time_context")["before a month"]


def _weekday(sight: Sight, group: Group, atom: Atom) -> bool:
    del group
    word = atom.parts["weekday"]
    row = sight.row(atom.start)
    counted = [sight.tree.lemmas[child] for child in sight.tree.children[row] if child < row]
    if any(lemma in table("ordinals") for lemma in counted):
        return False  # "the second Sunday of Advent"
    if atom.parts.get("which") == "the last" and sight.after(atom.end) == "before":
        return False  # "the last Friday before the vote"
    if word in table("ambiguous_weekdays"):
        return False
    around = sight.text[max(0, atom.start - BEFORE) : atom.end + BEFORE].lower()
    if any(name in around for name in table("named_days") if word in name):
        return False
    return not _in_name(sight, atom)


def _weekdays(sight: Sight, group: Group, atom: Atom) -> bool:
    """Not "postponed from Sunday to Friday", which are two days and no span."""
    del group
    return not (sight.before(atom.start) == "from" and sight.put_off(atom.start))


def _year(sight: Sight, group: Group, atom: Atom) -> bool:
    if group.narrow or "fiscal" in atom.parts:
        return True
    words = load("time_context")
    before, after = sight.before(atom.start), sight.after(atom.end)
    if before in words["before a year"]:
        return after not in words["after a quantity"]
    row = sight.row(atom.start)
    tree = sight.tree
    if row and sight.text[tree.ends[row - 1] : atom.start].isspace() and tree.pos[row - 1] in {"PROPN", "NUM", "SYM"}:
        return False
    following = row + 1 < len(tree) and tree.starts[row + 1] <= atom.end + 1 and tree.tags[row + 1] == "NNS"
    return not (following or before in words["before a name's number"] or after in words["after a quantity"])


def _bare_unit(sight: Sight, group: Group, atom: Atom) -> bool:
    if group.narrow or atom.parts["unit"] == "quarter":
        return not _game(sight, atom)
    return sight.before(atom.start) in load("time_context")["before a bare unit"]


def _unit(sight: Sight, group: Group, atom: Atom) -> bool:
    del group
    titled = sight.text[atom.start].isupper() and sight.text[atom.start - 1 : atom.start] in set("\"“‘'")
    return not titled and sight.after(atom.end) not in load("time_context")["after a unit"]


def _short_year(sight: Sight, group: Group, atom: Atom) -> bool:
    """Not "in '30 minutes'", nor words that are quoted from a number on."""
    tree, row = sight.tree, sight.row(atom.end - 1) + 1
    if CLOSED.match(sight.text, atom.end):
        return False
    if row < len(tree) and tree.pos[row] in COUNTABLE:
        return False
    return (
        bool({"month", "season"} & set(atom.parts))
        or sight.before(group.start) in load("time_context")["before a year"]
    )


def _quarter(sight: Sight, group: Group, atom: Atom) -> bool:
    del group
    return not _game(sight, atom)


def _game(sight: Sight, atom: Atom) -> bool:
    """Whether the block tells of a ball game, whose quarters are not the calendar's."""
    del atom
    words = load("time_context")["games"]
    return sum(word in words for word in sight.tree.lemmas) > 0


def _season(sight: Sight, group: Group, atom: Atom) -> bool:
    bare = sight.text[atom.start : atom.start + 4].lower() != "the " and not {"which", "year"} & set(atom.parts)
    if bare and group.narrow is None:
        return False
    if atom.parts["season"] in {"fall", "spring"} and sight.after(atom.end) in {"of", "in", "from"}:
        return False
    if not {"which", "year"} & set(atom.parts) and atom.parts["season"] == "fall":
        return sight.before(atom.start) == "in"
    return not _in_name(sight, atom)


def _nth_day(sight: Sight, group: Group, atom: Atom) -> bool:
    del group
    return sight.after(atom.end) not in {"'s", "off"}


def _decade(sight: Sight, group: Group, atom: Atom) -> bool:
    """Not "in his early 30s", which is an age."""
    del atom
    return sight.before(group.start) not in OWNERS


def _holiday(sight: Sight, group: Group, atom: Atom) -> bool:
    del group
    return sight.text[atom.start].isupper() and sight.after(atom.end) not in load("time_context")["holiday things"]


_CHECKS: Final = {
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
}
