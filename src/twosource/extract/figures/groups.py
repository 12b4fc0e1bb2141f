"""Persons named one after another: "a man and his two sons", "mother, toddler"."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from twosource.extract.figures.measure_table import measure_table
from twosource.extract.figures.reading import Reading
from twosource.language import Lexicon, labels
from twosource.language.tree import Tree

NP_REACH: Final = 9
_MOST_MEMBERS: Final = 8
_LONGEST_JOINT: Final = 3
_BEFORE_NOUN: Final = frozenset({labels.ADJECTIVE, labels.NOUN, labels.NAME, labels.NUMERAL, labels.VERB})
_BEFORE_NOUN_TAGS: Final = frozenset({labels.ADVERB_TAG, labels.HYPHEN_TAG})
_GOING_ON: Final = frozenset(
    {labels.VERB, labels.AUXILIARY_VERB, labels.ADVERB, labels.PRONOUN, labels.SUBORDINATOR, labels.ADPOSITION}
)
_FINITE: Final = frozenset({labels.THIRD_PERSON_FORM, labels.PRESENT_FORM, labels.MODAL})
_ONESELF: Final = "self"
"""The determiner of a member that is a pronoun."""
_GLUE: Final = frozenset({"-", "–", "'s", "’s"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of a group: its rows, how many persons it is, its determiner, and its own reading where it has one."""

    first: int
    last: int
    low: float
    high: float
    determiner: str = ""
    reading: int | None = None


def members_at(tree: Tree, row: int, numbered: Mapping[int, tuple[int, Reading]], *, bare: bool) -> list[Member]:
    """The persons named from ``row`` on; empty where no person is named there.

    ``numbered`` are readings with a number, by the row they begin at, with their index; ``bare`` is a headline or caption,
    where a comma stands for "and".
    """
    found, joints, here = _in_a_row(tree, row, numbered)
    ends = tree.lexicon.figures.joint_ends
    ending = max((at for at, joint in enumerate(joints[: len(found) - 1]) if joint.endswith(ends)), default=len(found))
    if len(found) > ending + 2:  # behind "and" the last is named: "a man and a woman, Sgt. Holm said"
        found, here = found[: ending + 2], None
    listed = here is None or not found or _closed(tree, found[-1].last + 1, here)
    if len(found) > 1 and listed and _is_list(found, joints[: len(found) - 1], tree.lexicon, bare=bare):
        return found
    alone = _member(tree, row, numbered)
    return [] if alone is None else [alone]


def _in_a_row(
    tree: Tree, row: int, numbered: Mapping[int, tuple[int, Reading]]
) -> tuple[list[Member], list[str], int | None]:
    """Persons one behind the other, the words between each and the next, and the row behind the last such words."""
    found: list[Member] = []
    joints: list[str] = []
    here: int | None = row
    while here is not None and len(found) < _MOST_MEMBERS and (member := _member(tree, here, numbered)) is not None:
        if found and joints[-1] == "," and _says_who(member, found[-1]):
            member, _ = replace(found.pop(), last=member.last), joints.pop()
        found.append(member)
        here = _joint(tree, member.last + 1)
        joints.append("" if here is None else " ".join(tree.lowered[member.last + 1 : here]))
    return found, joints, here


def _says_who(member: Member, before: Member) -> bool:
    """Whether a name only says who stands before it: "his wife, *Ada*, and his son"."""
    return member.determiner == "name" and before.high == 1 and before.determiner not in {"name", _ONESELF, ""}


def _is_list(found: list[Member], joints: list[str], lexicon: Lexicon, *, bare: bool) -> bool:
    """Whether the members stand side by side, and the later ones do not merely say who the first are."""
    if not joints:
        return True
    if found[0].determiner == "name" and joints[0] == ",":
        return False  # "Ada Lune, lost girl": the second says who the first is
    ends = lexicon.figures.joint_ends
    rest = sum(member.high for member in found[1:])
    spelt_out = found[0].high > 1 and not joints[0].endswith(ends) and rest <= found[0].high
    joined = any(joint.endswith(ends) for joint in joints)
    return (joined or bare) and (not spelt_out or (bare and not joined and len(found) == 2))  # noqa: PLR2004 - a pair


def _closed(tree: Tree, after: int, here: int) -> bool:
    """Whether the list ended although a joint follows: "a man and a woman, who …", not "a man and children"."""
    return here >= len(tree) or tree.words[after] in tree.lexicon.figures.closing_joints or tree.pos[here] in _GOING_ON


def _member(tree: Tree, row: int, numbered: Mapping[int, tuple[int, Reading]]) -> Member | None:
    if row >= len(tree) or tree.tags[row] in labels.QUESTION_WORDS:
        return None  # "a man, *whose* sister and two others were killed"
    if _is_oneself(tree, row):
        return Member(first=row, last=row, low=1, high=1, determiner=_ONESELF)
    determining = tree.pos[row] == labels.DETERMINER or tree.tags[row] == labels.OWNING_PRONOUN
    determiner = tree.lowered[row] if determining and row not in numbered else ""
    index, reading = numbered.get(row + bool(determiner), (None, None))
    if reading is not None:
        noun, counted = tree.lowered[reading.counted.head], reading.counted
        if counted.span is not None and noun not in tree.lexicon.measures.person_words:
            return None
        return Member(
            first=row, last=counted.last, low=reading.low, high=reading.high, determiner="number", reading=index
        )
    name = tree.entity_at.get(row) if tree.kind_of_name(row) == labels.PERSON else None
    person = _single(tree, row, determiner)
    if person is None and name is not None and name.first == row:
        return Member(first=row, last=name.last - 1, low=1, high=1, determiner="name")
    return person


def _is_oneself(tree: Tree, row: int) -> bool:
    """Whether a pronoun is one of a list: "killed *himself*", "*he* and two others"."""
    word, lexicon = tree.lowered[row], tree.lexicon
    paired = word in lexicon.figures.paired and tree.word(row + 1) in lexicon.names.joints
    return paired or word in lexicon.pronouns.oneself


def _single(tree: Tree, first: int, determiner: str) -> Member | None:
    """A single person, from the word behind the determiner on."""
    noun, row = None, first + bool(determiner)
    for here in range(row, min(row + NP_REACH, len(tree))):
        word = tree.lowered[here]
        verb = here > row and word in measure_table(tree.lexicon).objects and tree.pos[here - 1] in labels.NOUNS
        if noun is None and verb:
            return None  # "Ricochet killed teenager": a headline's verb, whatever the parser takes it for
        if word in tree.lexicon.measures.one and tree.tags[here] not in labels.PLURAL_TAGS:
            noun = here
        elif noun is not None or not _before_noun(tree, here):
            break
    if noun is None or tree.word(noun + 1) in {"'s", "’s", "'"}:
        return None
    return Member(first=first, last=noun, low=1, high=1, determiner=determiner)


def _before_noun(tree: Tree, row: int) -> bool:
    inside = tree.pos[row] in _BEFORE_NOUN or tree.words[row] in _GLUE or tree.tags[row] in _BEFORE_NOUN_TAGS
    return inside and tree.tags[row] not in _FINITE


def _joint(tree: Tree, row: int) -> int | None:
    """The row behind ", and", "and", ",", skipping an age between commas; None where the list ends."""
    joints = tree.lexicon.figures.member_joints
    aged = tree.word(row) == "," and tree.word(row + 1).isdigit() and tree.word(row + 2) in joints
    begin = here = row + 2 * aged
    while here - begin < _LONGEST_JOINT and tree.word(here) in joints:
        here += 1
    return here if here > begin else None


def known(members: list[Member], lexicon: Lexicon, *, bare: bool, acted_on: bool) -> bool:
    """Whether the article itself introduces the group as a count; in a headline or caption, ``bare``, without a determiner.

    ``acted_on``: the group is the object of what happened, or the subject of a passive.
    """
    first = members[0].determiner
    if len(members) > 1:
        named = all(member.determiner == "name" for member in members)
        return (bool(first) or bare) and not named
    owned = first == _ONESELF or first in lexicon.pronouns.owning
    return first in lexicon.figures.articles_of_one or (bare and not first) or (acted_on and owned)
