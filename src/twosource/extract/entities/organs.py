"""Through whom and through what a body speaks: its spokesman, its head, its officials, its statement, its data."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from twosource.extract.entities.body_name_rows import joined_names
from twosource.language import Lexicon, Tree, labels
from twosource.language.words_entities import BodyWords
from twosource.text.body_names import read_body_name
from twosource.text.names import fold

OrganKind = Literal["voice", "head", "people", "paper"]
_BESIDE: Final = frozenset(
    {labels.COMPOUND, labels.ADJECTIVAL, labels.NOMINAL_MODIFIER, labels.OWNER, labels.STOP, labels.OWNING}
)
_ENDS: Final = frozenset({*labels.VERBAL, labels.PUNCTUATION, labels.PRONOUN, labels.SUBORDINATOR})
_NO_OWNERS: Final = frozenset({labels.DATE, labels.TIME, labels.CARDINAL, labels.ORDINAL})
_LONGEST: Final = 12
"""Words of an owner; longer is a clause."""


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ, and the rows of the words that name whose it is."""

    kind: OrganKind
    owner: range


def organ_at(tree: Tree, rows: range, head: int, words: BodyWords) -> Organ | None:
    """The organ that a noun phrase names together with whose it is; None for any other phrase.

    As in "*its* spokeswoman", "a spokesman for *the ministry*", "*Harbour Authority* data"; the owner's rows are never empty.
    """
    kind = kind_of_organ(tree.lemmas[head], words) or kind_of_organ(tree.words[head].lower(), words)
    kind = kind or _officer(tree.word(head - 1), tree.lemmas[head], words)
    if kind is None:
        return None
    owner = _owning(tree, head, words) or _behind(tree, rows, head, words) or _before(tree, rows, head, words)
    if not owner or len(owner) > _LONGEST or fold(tree.words[owner[-1]]) in words.channels:
        return None  # "a Facebook post"
    return Organ(kind, owner)


def _officer(rank: str, noun: str, words: BodyWords) -> OrganKind | None:
    """A voice where an officer of a union or a party is named by rank: "its *regional secretary*"."""
    return "voice" if noun in words.officers and rank in words.officers_ranks else None


def seat_behind(tree: Tree, head: int) -> str:
    """Where an organ sits: " in Berlin" of "a foreign ministry spokesman in Berlin"; "" where nothing says so."""
    behind = [child for child in tree.children[head] if child == head + 1]
    held = tree.child(behind[0], labels.PREPOSED) if behind else None
    if held is None or tree.pos[held] != labels.NAME or tree.lemmas[behind[0]] not in tree.lexicon.bodies.located:
        return ""
    return f" in {tree.words[held]}"


def kind_of_organ(noun: str, words: BodyWords) -> OrganKind | None:
    """What kind of organ a noun is by itself; None for any other noun."""
    if noun in words.voices:
        return "voice"
    if noun in words.heads:
        return "head"
    if noun in words.people:
        return "people"
    return "paper" if noun in words.papers else None


def _owning(tree: Tree, head: int, words: BodyWords) -> range:
    """As in "the ministry's statement", "its statement", "a sheriff's department press release"."""
    owner = tree.child(head, labels.OWNER)
    if owner is None:
        return range(0)
    last = head - 1
    while last > owner and tree.words[last].lower() in words.before_papers:
        last -= 1
    whole = last > owner and tree.lexicon.source_nouns.kind_of(tree.lemmas[last]) == "body"
    return range(tree.lefts[owner], (last if whole else owner) + 1)


def _behind(tree: Tree, rows: range, head: int, words: BodyWords) -> range:
    """As in "a spokesman for the ministry", "data from the agency"."""
    for child in tree.children[head]:
        if child > head and tree.deps[child] in labels.PREPOSITIONS and tree.lemmas[child] in words.organ_of:
            held = tree.child(child, labels.PREPOSED)
            if held is not None and held in rows and tree.pos[held] in labels.NOUNS:
                return range(tree.lefts[held], _end(tree, held))
    return range(0)


def _end(tree: Tree, held: int) -> int:
    """The row behind an owner's name: before a comma, a parenthesis or a clause that are no part of it."""
    for rows in joined_names(tree):
        if held in rows:
            return rows.stop
    behind = range(held + 1, tree.rights[held] + 1)
    return next((row for row in behind if tree.pos[row] in _ENDS), behind.stop)


def _before(tree: Tree, rows: range, head: int, words: BodyWords) -> range:
    """As in "Foreign Ministry spokeswoman", "police data"; "new data", "Friday's statement" are nobody's."""
    first, definite = head, tree.lexicon.source_nouns.definite
    while first > rows[0] and tree.deps[first - 1] in _BESIDE and tree.word(first - 1) not in definite:
        first -= 1
    adjectives = {c for c in tree.children[head] if tree.pos[c] == labels.ADJECTIVE and tree.words[c][0].islower()}
    while first < head and first in adjectives:
        first += 1
    last = head
    while last > first and tree.words[last - 1].lower() in words.before_papers:
        last -= 1
    owner = range(first, last)
    names = [row for row in owner if tree.pos[row] in labels.NOUNS]
    if not names or names[-1] != last - 1:
        return range(0)
    return range(0) if tree.kind_of_name(last - 1) in _NO_OWNERS else owner


def body_of_role(role: str, lexicon: Lexicon) -> str:
    """The name of the body that somebody with a role speaks for; "" for a role that is no organ's.

    Example: "Chinese Foreign Ministry spokeswoman" gives "Chinese Foreign Ministry"; "spokesman for Halvard Grain"
    gives "Halvard Grain"; "mayor of Norvale" gives "", as does "Labour Commissioner", who is of no Labour party.
    """
    tokens, words = role.split(), lexicon.bodies
    plain = [fold(token.strip(",")) for token in tokens]
    if words.no_longer & {part for word in plain for part in word.split("-")}:
        return ""
    kinds = [
        kind_of_organ(word, words) or _officer(rank, word, words)
        for rank, word in zip(["", *plain], plain, strict=False)
    ]
    place = next((n for n, kind in enumerate(kinds) if kind in {"voice", "head"}), None)
    if place is None:
        return ""
    behind = place + 1
    behind += not words.behind_heads.isdisjoint(plain[behind : behind + 1])
    following = next(iter(plain[behind:]), "")
    if following in words.organ_of:
        return _body(" ".join(_up_to_comma(tokens[behind + 1 :])), lexicon)
    ranked = place - (kind_of_organ(plain[place], words) is None)
    before = [token for token in tokens[:ranked] if fold(token) not in words.ranks]
    ends = not following or following in lexicon.names.joints
    body = _body(" ".join(before), lexicon) if ends else ""
    over_field = plain[place] in words.over_fields and lexicon.source_nouns.kind_of(plain[place - 1]) != "body"
    return "" if over_field and body and not read_body_name(body, lexicon.code).known else body


def _up_to_comma(tokens: Sequence[str]) -> Sequence[str]:
    """Words up to the one that has a comma, which is among them."""
    end = next((n for n, token in enumerate(tokens) if token.endswith(",")), len(tokens))
    return tokens[: end + 1]


def _body(name: str, lexicon: Lexicon) -> str:
    """A name that may be a body's: with a capital behind its first word or in it, or ending in a noun of a body."""
    words = lexicon.bodies
    tokens = _without_field(name.strip(" ,.’'").split(), lexicon)
    plain = " ".join(tokens).removesuffix("'s").removesuffix("’s")
    head = read_body_name(plain, lexicon.code).head if plain else ""
    capital = any(token[:1].isupper() and fold(token) not in words.determiners for token in tokens)
    return plain if capital or head in words.any_body or head in words.weightless_beside else ""


def _without_field(tokens: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """The words of a body without what its officer is over: "Halvard's *global sales* chief", "Halvard *marketing* chief"."""
    words, nouns = lexicon.bodies, lexicon.source_nouns
    owner = next((n for n, token in enumerate(tokens, 1) if token.endswith(("'s", "’s"))), len(tokens))
    behind = tokens[owner:]
    if all(token.islower() for token in behind) and "body" not in map(nouns.kind_of, behind):
        tokens = tokens[:owner]
    last = len(tokens)
    while last > 1 and tokens[last - 1] in words.fields:
        last -= 1
    return tokens[:last]
