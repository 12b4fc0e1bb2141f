"""Reads a noun phrase that names a source: whose name stands in it, or what kind of source it describes."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.extract.entities.cast import Cast, bare_role
from twosource.extract.entities.mentions import Mention
from twosource.extract.entities.name_extent import name_of
from twosource.extract.entities.outlets import outlet_in
from twosource.language import labels
from twosource.language.tree import Tree
from twosource.model import SourceKind
from twosource.text.names import fold

_WORKS: Final = frozenset({labels.WORK, labels.LAW})
_NAMES: Final = frozenset({*labels.BODIES, *labels.PLACES, *_WORKS, labels.PRODUCT, labels.EVENT})
_LETTERS: Final = frozenset({"q", "a"})
_SHORT: Final = 3  # letters: longer words in capitals are labels
_APPOSITIONS: Final = 3  # steps from a name to the head of its phrase
_HEADS: Final = frozenset({*labels.NOMINAL, labels.NUMERAL, labels.ADJECTIVE})
_MODIFYING: Final = frozenset({*labels.NOUNS, labels.ADJECTIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a noun phrase says about who it is.

    Attributes:
        kind: What kind of source its head noun is.
        noun: The head noun's lemma.
        words: The phrase as a name: without clauses, times and endings.
        known: Whether the noun, or the name, is one of somebody or something that can speak.
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
    words: str = ""
    known: bool = False
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


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase: its tree, its rows, and the row of its head."""

    tree: Tree
    rows: range
    head: int


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
    rows = behind_label(tree, rows)
    head = head_of(tree, rows)
    person = _person_in(_Phrase(tree, rows, head), cast)
    if person is not None and _with_another(tree, rows, person, cast, block):
        both = name_of(tree, rows, head, text)
        return Description(kind="unnamed", known=True, words=both, noun=tree.lemmas[head], plural=True)
    if person is not None:
        return Description(kind="person", known=True, person=person, role=_role(tree, rows, person, text))
    name = name_of(tree, rows, head, text)
    speechless = _speechless(tree, rows, head, name.lower())
    if speechless:
        return Description(speechless=speechless)
    kind, named = _by_name(tree, rows, head, name)
    if kind is not None:
        return Description(
            kind=kind, known=True, name=named, noun=tree.lemmas[head], mention=cast.at.get((block, head))
        )
    return _by_noun(tree, rows, head, name, cast, block)


def _by_name(tree: Tree, rows: range, head: int, name: str) -> tuple[SourceKind | None, str]:
    """What a name by itself tells: a speaker's in a transcript, an outlet's, a seat of power's; None for any other."""
    words = tree.lexicon.source_nouns
    if _opens_a_line(tree, rows):
        return "person", name
    proper = tree.pos[head] == labels.NAME or not tree.words[head][1:].islower()
    told = words.kind_of(tree.lemmas[head]) == "outlet" or tree.lexicon.outlets.before_small & set(name.lower().split())
    outlet = outlet_in(name, tree.language) if proper or told else ""
    if outlet:
        return "outlet", outlet
    return ("body", name) if name.lower() in tree.lexicon.outlets.seats else (None, "")


def behind_label(tree: Tree, rows: range) -> range:
    """The rows without labels and their colons ("Correction: an earlier version", "4 p.m. UPDATE: Norvale Police")."""
    last = max((row for row in rows[1:-1] if tree.words[row] == ":" and _is_label(tree, row - 1)), default=None)
    return range(last + 1, rows.stop) if last is not None else rows


def _is_label(tree: Tree, row: int) -> bool:
    word = tree.words[row]
    return word.lower() in tree.lexicon.source_nouns.label or (word.isupper() and len(word) > _SHORT)


def _speechless(tree: Tree, rows: range, head: int, bare: str) -> str:
    """Why the phrase is nobody who speaks; empty where it may be somebody."""
    words = tree.lexicon.source_nouns
    first = tree.words[rows[0]].lower()
    if bare.removeprefix(f"{tree.lexicon.carriers.article} ") in tree.lexicon.outlets.photo:
        return "a photo agency does not speak"
    if bare in words.nobody or first in words.none or (first in words.nobody and head == rows[0]):
        return f'"{bare}" is nobody in particular'
    if bare in _LETTERS:
        return "a letter before a line of an interview names nobody"
    if bare in words.label:
        return f'"{bare}" is a label, no speaker'
    if len(rows) > 1 and tree.tags[rows[0]] == labels.PERSONAL_PRONOUN:
        return "these words are no name"
    return ""


def _is_proper(tree: Tree, rows: range) -> bool:
    """Whether all words of a phrase but its article have a capital, and a single one is a proper noun."""
    kept = [
        row
        for row in rows
        if tree.words[row].lower() not in tree.lexicon.source_nouns.definite
        and tree.words[row][0].isalnum()
        and tree.tags[row] != labels.OWNER_SIGN
    ]
    capitals = all(tree.words[row][:1].isupper() for row in kept)
    return capitals and (len(kept) > 1 or (bool(kept) and tree.pos[kept[0]] == labels.NAME))


def is_title(tree: Tree, row: int) -> bool:
    """Whether a word, as it stands, is a title that people bear before their name ("Chief", "Capt")."""
    return tree.words[row][:1].isupper() and fold(tree.words[row]) in tree.lexicon.names.titles


def _is_amount(tree: Tree, row: int) -> bool:
    """Whether a word tells a time or a number: of "An autopsy Saturday" the second."""
    entity = tree.entity_at.get(row)
    return entity is not None and entity.label in labels.AMOUNTS and tree.pos[row] == labels.NAME


def head_of(tree: Tree, rows: range) -> int:
    """The row of the phrase that hangs from outside of it; a noun if one does, else the first that does."""
    outer = [row for row in rows if tree.heads[row] not in rows or tree.heads[row] == row]
    outer = [
        row
        for row in outer
        if tree.words[row][0].isalnum() and not (tree.tags[row] in labels.NAME_TAGS and is_title(tree, row))
    ] or outer
    nouns = [row for row in outer if tree.pos[row] in _HEADS and not _is_amount(tree, row)]
    return nouns[0] if nouns else outer[0] if outer else rows[-1]


def _person_in(phrase: _Phrase, cast: Cast) -> Mention | None:
    """The named person whom the phrase is about, by the first rule that tells."""
    tree, rows = phrase.tree, phrase.rows
    people = cast.named_in(tree.span(rows[0], rows[-1]))
    return next((mention for mention in people if any(rule(phrase, mention) for rule in _ABOUT)), None)


def _beside_head(phrase: _Phrase, mention: Mention) -> bool:
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
        if tree.deps[row] == labels.CONJUNCT and tree.pos[row] == labels.NOUN and tree.heads[row] in phrase.rows:
            row = tree.heads[row]  # "the cook and owner of the inn, Ada Hollin"
    return False


def _runs_into_name(phrase: _Phrase, mention: Mention) -> bool:
    """The head of the phrase is an office that hangs from the name."""
    tree = phrase.tree
    return tree.lemmas[phrase.head] in tree.lexicon.source_nouns.office and tree.heads[phrase.head] == mention.row


def _ends_with_office(phrase: _Phrase, mention: Mention) -> bool:
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
    if tree.ends[rows[-1]] != mention.at.end or first - 1 <= rows[0]:
        return False
    between = range(rows[0], first)
    return is_title(tree, first - 1) and not any(
        tree.tags[row] in {labels.OWNER_SIGN, labels.PREPOSITION_TAG} for row in between
    )


_ABOUT: Final[tuple[Callable[[_Phrase, Mention], bool], ...]] = (_beside_head, _runs_into_name, _ends_with_office)


def _stands_behind(phrase: _Phrase, mention: Mention) -> bool:
    """Whether a name ends the phrase of an office, behind a comma and nobody else whom it could name."""
    tree, rows, head = phrase.tree, phrase.rows, phrase.head
    first = bisect_left(tree.starts, mention.at.start)
    last = bisect_left(tree.starts, mention.at.end)
    between = range(head + 1, first - 1)
    words = tree.lexicon.source_nouns
    return (
        tree.lemmas[head] in words.office
        and tree.words[first - 1] == ","
        and all(tree.words[row] == "," for row in range(last, rows.stop))
        and bool(between)
        and not any(
            words.kind_of(tree.lemmas[row]) == "unnamed" or tree.tags[row] == labels.PAST_PARTICIPLE for row in between
        )
    )


def _with_another(tree: Tree, rows: range, person: Mention, cast: Cast, block: int) -> bool:
    """Whether a second named person stands beside the first, joined by "and": they speak together."""
    for child in tree.children[person.row]:
        other = cast.at.get((block, child))
        if (
            tree.deps[child] == labels.CONJUNCT
            and child in rows
            and other is not None
            and other.person not in {None, person.person}
        ):
            return True
    return False


def _role(tree: Tree, rows: range, mention: Mention, text: str) -> str:
    """What stands before the name, or in apposition behind it."""
    if mention.at.start > tree.starts[rows[0]]:
        before = bare_role(text[tree.starts[rows[0]] : mention.at.start], tree.lexicon)
        if before and len(before.split()) <= 10:  # noqa: PLR2004 - longer is a clause, no role
            return before
    for child in tree.children[mention.row]:
        if tree.deps[child] == labels.APPOSITION and tree.pos[child] == labels.NOUN:
            return bare_role(tree.subtree(child).of(text), tree.lexicon)
    return ""


def _firm(tree: Tree, head: int) -> str:
    """A proper name of several words that the parser calls a person's, where the article's people do not hold it."""
    entity = tree.entity_at.get(head)
    if entity is None or entity.label != labels.PERSON or tree.pos[head] != labels.NAME:
        return ""
    words = [tree.words[row] for row in range(entity.first, entity.last) if tree.tags[row] != labels.OWNER_SIGN]
    return " ".join(words) if len(words) > 1 and all(word[:1].isupper() for word in words) else ""


def _opens_a_line(tree: Tree, rows: range) -> bool:
    """Whether a name in capitals and a colon open the block, as in a transcript ("BRANDT: We were late.")."""
    words = [tree.words[row] for row in rows if tree.words[row][0].isalpha()]
    opens = rows[0] == 0 and rows.stop < len(tree) and tree.words[rows.stop] == ":"
    return opens and bool(words) and all(word.isupper() and len(word) > 1 for word in words)


def _noun(tree: Tree, head: int) -> str:
    """The lemma of a head noun; "person" for figures that speak: "leading figures have warned", not "figures show"."""
    lemma, verb = tree.lemmas[head], tree.lemmas[tree.heads[head]]
    told = (
        lemma == "figure"
        and tree.deps[head] == labels.NOMINAL_SUBJECT
        and verb in tree.lexicon.quotation_shapes.saying_before
    )
    return "person" if told else lemma


def _by_noun(tree: Tree, rows: range, head: int, text: str, cast: Cast, block: int) -> Description:
    """What the head noun tells: of a name what it is a name of, of another noun what it is on which list."""
    noun, mention = _noun(tree, head), cast.at.get((block, head))
    kind = tree.lexicon.source_nouns.kind_of(noun)
    entity = tree.entity_at.get(head)
    label = entity.label if entity is not None and entity.label in _NAMES else ""
    if label and tree.pos[head] == labels.NAME and kind in {None, "body"}:
        return _named_thing(_Phrase(tree, rows, head), label, text, mention)
    if kind is None:
        kind = "body" if label and label not in _WORKS else None
        firm = _firm(tree, head) if kind is None else ""
        if firm:
            return Description(kind="body", known=True, name=firm, noun=noun, words=firm)
        kind = kind or _by_capitals(tree, rows, head)
    words = tree.lexicon.names
    first = tree.words[rows[0]].lower()
    owner = first if first in words.owners and len(rows) > 1 else ""
    return Description(
        kind=kind or "unnamed",
        noun=noun,
        words=text,
        known=kind is not None,
        mention=mention,
        modifiers=frozenset(
            tree.words[row].lower()
            for row in rows
            if row != head and tree.heads[row] == head and tree.pos[row] in _MODIFYING
        ),
        definite=first in words.definite,
        plural=tree.tags[head] in labels.PLURAL_TAGS or first not in words.of_one,
        owner_pronoun=owner,
        rest=" ".join(text.split()[1:]) if owner else text,
    )


def _named_thing(phrase: _Phrase, label: str, text: str, mention: Mention | None) -> Description:
    """What a name that the parser labelled stands for: a body, a people, a place where something was said."""
    tree, head = phrase.tree, phrase.head
    where = tree.lemmas[tree.heads[head]] in tree.lexicon.bodies.before_places
    if label in labels.PLACES and tree.deps[head] == labels.PREPOSED and where:
        return Description(speechless="a place does not speak")
    noun = _noun(tree, head)
    if label == labels.PEOPLE:
        return Description(kind="unnamed", noun=noun, words=text, known=True, plural=True, definite=True)
    return Description(kind="body", known=True, name=text, noun=noun, words=text, mention=mention)


def _by_capitals(tree: Tree, rows: range, head: int) -> SourceKind | None:
    """A body where "the" and words with capitals alone name something: "The Ossian Herald"."""
    definite = tree.words[rows[0]].lower() in tree.lexicon.source_nouns.definite
    return "body" if definite and tree.pos[head] == labels.NAME and _is_proper(tree, rows) else None
