"""Which named person a noun phrase is about."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.extract.entities.cast import Cast
from twosource.extract.entities.mentions import Mention
from twosource.extract.entities.names_in_context import office_before
from twosource.language import labels
from twosource.language.tree import Tree
from twosource.text.names import fold

_APPOSITIONS: Final = 3  # steps from a name to the head of its phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tree, its rows, and the row of its head."""

    tree: Tree
    rows: range
    head: int


def is_title(tree: Tree, row: int) -> bool:
    """Whether a word, as it stands, is a title that people bear before their name ("Chief", "Capt")."""
    return tree.words[row][:1].isupper() and fold(tree.words[row]) in tree.lexicon.names.titles


def person_in(phrase: Phrase, cast: Cast) -> Mention | None:
    """The named person whom the phrase is about, by the first rule that tells."""
    tree, rows = phrase.tree, phrase.rows
    people = [m for m in cast.named_in(tree.span(rows[0], rows[-1])) if not _owns_the_head(phrase, m)]
    return next((mention for mention in people if any(rule(phrase, mention) for rule in _ABOUT)), None)


def _owns_the_head(phrase: Phrase, mention: Mention) -> bool:
    """The name only says whose somebody is: "President Brandt's spokesman Tom Orly"."""
    tree = phrase.tree
    return tree.deps[mention.row] == labels.OWNER and tree.heads[mention.row] in phrase.rows


def _beside_head(phrase: Phrase, mention: Mention) -> bool:
    """The name is the head of the phrase, or stands in apposition to it or to what it is joined with."""
    tree, row = phrase.tree, mention.row
    for _ in range(_APPOSITIONS):
        if row == phrase.head:
            return True
        if tree.deps[row] != labels.APPOSITION or tree.heads[row] not in phrase.rows:
            return False
        row = tree.heads[row]
        if tree.lemmas[row] not in tree.lexicon.source_nouns.office and _stands_behind(phrase, mention):
            return True  # "the mayor of Norvale, Ada Hollin"
        joined = tree.deps[row] == labels.CONJUNCT and tree.pos[row] == labels.NOUN and tree.heads[row] in phrase.rows
        if joined and tree.child(row, labels.OWNER) is None:
            row = tree.heads[row]  # "the cook and owner of the inn, Ada Hollin"
    return False


def _hangs_by_itself(phrase: Phrase, mention: Mention) -> bool:
    """The name ends the phrase, and the parser hangs it from outside, beside what it is ("army spokesman | Ada Hollin said")."""
    tree, rows = phrase.tree, phrase.rows
    first = bisect_left(tree.starts, mention.at.start)
    before = first - 1 - (tree.word(first - 1) == ".")  # "Lt."
    told = before >= rows[0] and (is_title(tree, before) or _is_somebody(tree, before))
    ends = tree.ends[rows[-1]] == mention.at.end and labels.PREPOSITION_TAG not in tree.tags[rows[0] : first]
    return told and ends and tree.heads[mention.row] not in rows


def _is_somebody(tree: Tree, row: int) -> bool:
    return tree.lexicon.source_nouns.kind_of(tree.lemmas[row]) == "unnamed"


def _ends_with_office(phrase: Phrase, mention: Mention) -> bool:
    """The phrase ends in a title with a capital and a name, and nothing in it is anybody's.

    As in "Norvale City, NV, Police Chief Ada Hollin", which the parser cuts at its commas.
    """
    tree, rows = phrase.tree, phrase.rows
    if tree.tags[phrase.head] not in labels.NAME_TAGS:
        return False
    first = bisect_left(tree.starts, mention.at.start)
    before = [row for row in range(rows[0], first) if tree.words[row] != "."]
    if before and all(is_title(tree, row) for row in before):
        return True  # "Chief Ada Hollin with the Norvale police"
    if tree.ends[rows[-1]] != mention.at.end or first - 1 <= rows[0] or not is_title(tree, first - 1):
        return False
    owned = {labels.OWNER_SIGN, labels.PREPOSITION_TAG}
    return owned.isdisjoint(tree.tags[rows[0] : first]) or _is_rank_behind_office(phrase, first - 1)


def _is_rank_behind_office(phrase: Phrase, title: int) -> bool:
    """Whether a title ends the words that say what an office is of: "Chief of Army Staff *General* Ada Hollin", not "aide of General"."""
    tree, head = phrase.tree, phrase.head
    of = tree.names_before(title) - 1
    return is_title(tree, head) and of < title - 1 and tree.deps[of] == labels.PREPOSITION and tree.heads[of] == head


def _behind_what_the_office_is_of(phrase: Phrase, mention: Mention) -> bool:
    """The name ends the phrase of an office, right behind what this is of: "chair of *trustees Ada Hollin*", not "aide of mayor Ada Hollin"."""
    tree, first = phrase.tree, bisect_left(phrase.tree.starts, mention.at.start)
    if tree.ends[phrase.rows[-1]] != mention.at.end or office_before(tree, first) != phrase.head:
        return False
    words, noun = tree.lexicon.source_nouns, tree.lemmas[first - 1]
    a_person = noun in words.office or words.kind_of(noun) == "unnamed"
    return not (a_person and tree.tags[first - 1] == labels.SINGULAR_NOUN)


_ABOUT: Final[tuple[Callable[[Phrase, Mention], bool], ...]] = (
    _beside_head,
    _hangs_by_itself,
    _ends_with_office,
    _behind_what_the_office_is_of,
)


def _stands_behind(phrase: Phrase, mention: Mention) -> bool:
    """Whether a name ends the phrase of an office, behind a comma and nobody else whom it could name."""
    tree, rows, head = phrase.tree, phrase.rows, phrase.head
    first, last = bisect_left(tree.starts, mention.at.start), bisect_left(tree.starts, mention.at.end)
    between, words = range(head + 1, first - 1), tree.lexicon.source_nouns
    ends = all(tree.words[row] == "," for row in (first - 1, *range(last, rows.stop)))
    if not between or not ends or tree.lemmas[head] not in words.office:
        return False
    people = any(words.kind_of(lemma) == "unnamed" for lemma in tree.lemmas[head + 1 : first - 1])
    return not people and labels.PAST_PARTICIPLE not in tree.tags[head + 1 : first - 1]


def bodies_joined(tree: Tree, rows: range, head: int) -> bool:
    """Whether a body and another, or its people, are joined by "and": "the Coast Guard and the harbour police"."""
    joined = _joined_to(tree, head, rows)
    both = _told(tree, head) == "body" and any(_told(tree, child) in _WITH_MOUTHS for child in joined)
    return both and not _in_one_name(tree, (head, *joined))


def _joined_to(tree: Tree, row: int, rows: range) -> list[int]:
    """What a phrase joins to one of its words by "and"."""
    return [child for child in tree.children[row] if tree.deps[child] == labels.CONJUNCT and child in rows]


def _told(tree: Tree, row: int) -> str | None:
    """What kind of source a row's noun or name is, as far as the row alone tells."""
    named = tree.kind_of_name(row) == labels.ORGANISATION
    return "body" if named else tree.lexicon.source_nouns.kind_of(tree.lemmas[row])


def _in_one_name(tree: Tree, rows: tuple[int, ...]) -> bool:
    """Whether the parser took all for one name, capitals throughout: "Ports and Harbours Council"."""
    names = {tree.entity_at.get(row) for row in rows}
    return len(names) == 1 and None not in names and all(tree.words[row][:1].isupper() for row in rows)


_WITH_MOUTHS: Final = frozenset({"body", "outlet", "unnamed"})


def with_another(tree: Tree, rows: range, person: Mention, cast: Cast, block: int) -> bool:
    """Whether somebody else stands beside the first, joined by "and": they speak together."""
    joined = _joined_to(tree, person.row, rows)
    return any(_is_another(tree, child, cast.person_at(block, child), person) for child in joined)


def _is_another(tree: Tree, row: int, other: int | None, person: Mention) -> bool:
    """Whether a row names a second person, or several who are only described: "Ada Holm and *her colleagues*"."""
    if other is not None:
        return other != person.person
    described = tree.lexicon.source_nouns.kind_of(tree.lemmas[row]) in _WITH_MOUTHS
    return described and tree.tags[row] in labels.PLURAL_TAGS
