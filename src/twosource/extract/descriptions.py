"""Reads a noun phrase that names a source: whose name stands in it, or what kind of source it describes."""

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.extract.cast import Cast, Mention
from twosource.extract.people import Person
from twosource.extract.source_words import source_words
from twosource.model import SourceKind, Span
from twosource.text.tree import Tree

_OWNERS = frozenset({"his", "her", "their", "its"})
_NAMES = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a noun phrase says about who it is.

    Attributes:
        kind: What kind of source its head noun is.
        noun: The head noun's lemma.
        name: The name of a body or outlet, where the phrase is one.
        person: The named person, where the phrase names one.
        mention: The mention of a description in the cast.
        role: What stands beside a person's name ("defence ministry spokesman").
        modifiers: Lower-case words that narrow the head noun, without determiners.
        definite, plural: Whether it begins with "the", and whether it means several.
        owner_pronoun: "his" in "his mother"; empty elsewhere.
        rest: The phrase without its owner.
        speechless: Why it cannot speak; empty where it can.
    """

    kind: SourceKind = "unnamed"
    noun: str = ""
    name: str = ""
    person: Mention | None = None
    mention: Mention | None = None
    role: str = ""
    modifiers: frozenset[str] = frozenset()
    definite: bool = False
    plural: bool = False
    owner_pronoun: str = ""
    rest: str = ""
    speechless: str = ""

    @staticmethod
    def roles_of(person: Person) -> Iterator[frozenset[str]]:
        """The words of each role a person is given, in lower case."""
        for role in (*person.roles, " ".join(person.name.titles)):
            yield frozenset(role.lower().replace(",", " ").replace("’s", " ").replace("'s", " ").split())


def describe(tree: Tree, rows: range, cast: Cast, text: str, block: int) -> Description:
    """Read the phrase that ``rows`` hold.

    Args:
        tree: The block's tree.
        rows: The phrase; not empty.
        cast: The article's people.
        text: The article's text.
        block: Index of the block.

    Returns:
        The description; an unnamed source where the head noun is on no list.
    """
    head = head_of(tree, rows)
    span = tree.span(rows[0], rows[-1])
    person = _person_in(tree, rows, head, cast, span)
    if person is not None:
        return Description(kind="person", person=person, role=_role(tree, rows, person, text))
    words = source_words()
    lower = span.of(text).lower().strip()
    bare = lower.removesuffix("'s").removesuffix("’s")
    if bare.removeprefix("the ") in words.photo:
        return Description(speechless="a photo agency does not speak")
    if {bare, bare.removeprefix("the ")} & words.outlets and _is_proper(tree, rows):
        return Description(
            kind="outlet", name=span.of(text), noun=tree.lemmas[head], mention=cast.at.get((block, head))
        )
    if bare in words.seats:
        return Description(kind="body", name=span.of(text), noun=tree.lemmas[head], mention=cast.at.get((block, head)))
    return _by_noun(tree, rows, head, span.of(text), cast, block)


def _is_proper(tree: Tree, rows: range) -> bool:
    """Whether all words of a phrase but its article have a capital, and a single one is a proper noun."""
    kept = [
        row
        for row in rows
        if tree.words[row].lower() != "the" and tree.words[row][0].isalnum() and tree.tags[row] != "POS"
    ]
    capitals = all(tree.words[row][:1].isupper() for row in kept)
    return capitals and (len(kept) > 1 or (bool(kept) and tree.pos[kept[0]] == "PROPN"))


def head_of(tree: Tree, rows: range) -> int:
    """The row of the phrase that hangs from outside of it; a noun if one does, else the first that does."""
    outer = [row for row in rows if tree.heads[row] not in rows or tree.heads[row] == row]
    nouns = [row for row in outer if tree.pos[row] in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}]
    return nouns[0] if nouns else outer[0] if outer else rows[-1]


def _person_in(tree: Tree, rows: range, head: int, cast: Cast, span: Span) -> Mention | None:
    """The named person whom the phrase is about: its head, in apposition to it, or the name that a title runs into."""
    for mention in cast.named_in(span):
        row = mention.row
        for _ in range(3):
            if row == head:
                return mention
            if tree.deps[row] == "appos" and tree.heads[row] in rows:
                row = tree.heads[row]
            else:
                break
        if tree.lemmas[head] in source_words().office and tree.heads[head] == mention.row:
            return mention
    return None


def _role(tree: Tree, rows: range, mention: Mention, text: str) -> str:
    """What stands before the name, or in apposition behind it."""
    if mention.at.start > tree.starts[rows[0]]:
        before = text[tree.starts[rows[0]] : mention.at.start].strip(" ,")
        if before and len(before.split()) <= 10:  # noqa: PLR2004 - longer is a clause, no role
            return before
    for child in tree.children[mention.row]:
        if tree.deps[child] == "appos" and tree.pos[child] == "NOUN":
            return tree.subtree(child).of(text).strip(" ,")
    return ""


def _by_noun(tree: Tree, rows: range, head: int, text: str, cast: Cast, block: int) -> Description:
    words = source_words()
    noun = tree.lemmas[head]
    entity = tree.entity_at.get(head)
    entity = entity if entity and entity.label in _NAMES else None
    kind = words.kind_of(noun) or (
        "body" if entity is not None and entity.label not in {"WORK_OF_ART", "LAW"} else None
    )
    if (
        entity is not None
        and words.kind_of(noun) not in {"unnamed", "document", "outlet"}
        and tree.pos[head] == "PROPN"
    ):
        if (
            entity.label in _PLACES
            and tree.deps[head] == "pobj"
            and tree.lemmas[tree.heads[head]] in {"in", "at", "from", "near"}
        ):
            return Description(speechless="a place does not speak")
        if entity.label == "NORP":
            return Description(kind="unnamed", noun=noun, plural=True, definite=True)
        return Description(kind=kind or "body", name=_clean(text), noun=noun, mention=cast.at.get((block, head)))
    first = tree.words[rows[0]].lower()
    owner = first if first in _OWNERS and len(rows) > 1 else ""
    determiners = {"the", "a", "an", "this", "that", "these", "those", *_OWNERS}
    mention = cast.at.get((block, head))
    return Description(
        kind=kind or "unnamed",
        noun=noun,
        mention=mention,
        modifiers=frozenset(
            tree.words[row].lower()
            for row in rows
            if row != head and tree.heads[row] == head and tree.pos[row] in {"ADJ", "NOUN", "PROPN"}
        ),
        definite=first in {"the", "that", "this", "these", "those"},
        plural=tree.tags[head] in {"NNS", "NNPS"} or first not in determiners,
        owner_pronoun=owner,
        rest=" ".join(text.split()[1:]) if owner else text,
    )


def _clean(text: str) -> str:
    text = " ".join(text.split()).strip(" ,")
    return text.removesuffix("'s").removesuffix("’s")
