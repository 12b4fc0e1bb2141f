"""Reads a noun phrase that names a source: whose name stands in it, or what kind of source it describes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from twosource.extract.entities.body_name_rows import joined_names
from twosource.extract.entities.cast import Cast, bare_role
from twosource.extract.entities.mentions import Mention
from twosource.extract.entities.name_extent import name_of
from twosource.extract.entities.names_in_context import is_small_noun
from twosource.extract.entities.names_of_bodies import speaks_of_a_body
from twosource.extract.entities.outlets import outlet_in
from twosource.extract.entities.phrase_persons import Phrase, bodies_joined, is_title, person_in, with_another
from twosource.language import labels
from twosource.language.keeping import kept_by_tree
from twosource.language.tree import Tree
from twosource.model import SourceKind
from twosource.text.body_names import read_body_name
from twosource.text.names import fold
from twosource.text.reasons import Reason

_WORKS: Final = frozenset({labels.WORK, labels.LAW})
_NAMES: Final = frozenset({*labels.BODIES, *labels.PLACES, *_WORKS, labels.PRODUCT, labels.EVENT})
_LETTERS: Final = frozenset({"q", "a"})
_SHORT: Final = 3  # letters: longer words in capitals are labels
_HEADS: Final = frozenset({*labels.NOMINAL, labels.NUMERAL, labels.ADJECTIVE})
_MODIFYING: Final = frozenset({*labels.NOUNS, labels.ADJECTIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a noun phrase says about who it is."""

    kind: SourceKind = "unnamed"  # what kind of source its head noun is
    noun: str = ""  # the head noun's lemma
    words: str = ""  # the phrase as a name: without clauses, times and endings
    known: bool = False  # whether the noun, or the name, is one of somebody or something that can speak
    name: str = ""  # the name of a body or outlet, where the phrase is one
    person: Mention | None = None  # the named person, where the phrase names one
    mention: Mention | None = None  # the mention of a description in the cast
    role: str = ""  # what stands beside a person's name ("defence ministry spokesman")
    modifiers: frozenset[str] = frozenset()  # lower-case words that narrow the head noun, without determiners
    # Whether it begins with "the", and whether it means several.
    definite: bool = False
    plural: bool = False
    owner_pronoun: str = ""  # "his" in "his mother"; empty elsewhere
    rest: str = ""  # the phrase without its owner
    speechless: Reason | None = None  # why it cannot speak; None where it can

    @property
    def means_one(self) -> bool:
        """Whether it is definite and no plural."""
        return self.definite and not self.plural


def describe(tree: Tree, rows: range, cast: Cast, text: str, block: int) -> Description:
    """Read the phrase that ``rows`` hold: an unnamed source where the head noun is on no list."""
    rows = without_lead(tree, behind_label(tree, rows))
    head = head_of(tree, rows)
    person = person_in(Phrase(tree, rows, head), cast)
    several = with_another(tree, rows, person, cast, block) if person is not None else bodies_joined(tree, rows, head)
    if several:
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
        mention = cast.at.get((block, head))
        return Description(kind=kind, known=True, name=named, noun=tree.lemmas[head], mention=mention)
    called = _behind_what_it_is(tree, rows, text)
    return called if called is not None else _by_noun(tree, rows, head, name, cast, block)


def _by_name(tree: Tree, rows: range, head: int, name: str) -> tuple[SourceKind | None, str]:
    """What a name by itself tells: a speaker's in a transcript, an outlet's, a seat of power's; None for any other."""
    words = tree.lexicon.source_nouns
    if _opens_a_line(tree, rows):
        return "person", name
    proper = tree.pos[head] == labels.NAME or not tree.words[head][1:].islower()
    told = words.kind_of(tree.lemmas[head]) == "outlet" or tree.lexicon.outlets.before_small & set(name.lower().split())
    member = _is_member(tree, head)
    outlet = outlet_in(name, tree.language) if (proper or told) and not member else ""
    reveals = proper and not member and _can_reveal(tree, head)
    outlet = outlet or (name if reveals or tree.lexicon.outlets.addresses.fullmatch(name) else "")
    if outlet:
        return "outlet", outlet
    of_a_body = name.lower() in tree.lexicon.outlets.seats | tree.lexicon.bodies.companies
    of_a_body = of_a_body or any(head in joined for joined in joined_names(tree))
    known = tree.pos[head] == labels.NAME and not member and read_body_name(name, tree.language).known
    return ("body", name) if of_a_body or known else (None, "")


def _can_reveal(tree: Tree, head: int) -> bool:
    """Whether it is told as only outlets tell of themselves: "the Ossian *can reveal*", "the Ossian *understands* that"."""
    verb, words = tree.heads[head], tree.lexicon.outlets
    told = tree.deps[head] == labels.NOMINAL_SUBJECT and tree.child(verb, labels.CONTENT) is not None
    beside = {tree.lemmas[row] for row in tree.children[verb] if tree.deps[row] in _BESIDE_VERBS}
    known = words.revealing if beside == words.able else words.understanding if not beside else frozenset[str]()
    return told and tree.lemmas[verb] in known


_BESIDE_VERBS: Final = frozenset({labels.AUXILIARY, labels.NEGATION})


def _behind_what_it_is(tree: Tree, rows: range, text: str) -> Description | None:
    """A body's name that ends a phrase behind what it is: "the charity *Stronger Bones*", "the ferry's operator, *Marisca Lines*"."""
    stop = next((row + 1 for row in reversed(rows) if tree.words[row][0].isalnum()), rows[0])
    first = next((row + 1 for row in range(stop - 1, rows[0], -1) if not tree.words[row][0].isupper()), stop)
    if not rows[0] < first < stop or is_title(tree, first):
        return None
    led = tree.lowered[first - 1] in tree.lexicon.source_nouns.definite  # "its owner, the Halvard Grain Company"
    beside = tree.words[first - 1 - led] == "," and tree.deps[stop - 1] == labels.APPOSITION
    noun, name = tree.heads[stop - 1] if beside else first - 1, tree.span(first, stop - 1).of(text)
    kind = _kind_before(tree, noun, beside=beside and tree.kind_of_name(stop - 1) in labels.BODIES)
    if kind is None or head_of(tree, rows) not in {noun, *range(first, stop)}:
        return None
    kind = "outlet" if outlet_in(name, tree.language) else kind
    return Description(kind=kind, known=True, name=name, noun=tree.lemmas[noun], words=name)


def _kind_before(tree: Tree, noun: int, *, beside: bool) -> SourceKind | None:
    """What the noun before a body's name makes of it, ``beside`` behind a comma what may be somebody's too; None for any other noun."""
    words, lemma = tree.lexicon.source_nouns, tree.lemmas[noun]
    kind = words.kind_of(lemma) if is_small_noun(tree, noun) else None
    if beside and kind is not None and lemma in words.office_of_bodies:
        return "body"
    news = lemma in tree.lexicon.outlets.sites or words.kind_of(tree.lemma(noun - 1)) == "outlet"  # "news agency"
    if kind in {"body", "outlet"} or (news and kind is not None):
        return "outlet" if news else kind
    return None


def _is_member(tree: Tree, head: int) -> bool:
    """Whether a name is of one who belongs to a people or a party: "The Ohio *Democrat*"."""
    return tree.lemmas[head] in tree.lexicon.source_nouns.another_word and tree.kind_of_name(head) == labels.PEOPLE


@kept_by_tree
def behind_label(tree: Tree, rows: range) -> range:
    """The rows without labels and their colons ("Correction: an earlier version", "4 p.m. UPDATE: Norvale Police")."""
    labelled = {row for row in rows if _is_label(tree, row)}
    colons = (row for row in rows[1:-1] if tree.words[row] == ":" and labelled & {row - 1, rows[0]})
    last = max(colons, default=None)
    return range(last + 1, rows.stop) if last is not None else rows


def without_lead(tree: Tree, rows: range) -> range:
    """The rows without what only says when or where before the phrase: "*Earlier today* police", "*From Norvale*, Ada Holm"."""
    first = rows[0]
    if tree.pos[first] == labels.ADPOSITION or tree.lowered[first] in tree.lexicon.bodies.outside:
        comma = next((row for row in rows if tree.words[row] == ","), None)
        return range(comma + 1, rows.stop) if comma is not None and comma + 1 < rows.stop else rows
    while first + 1 < rows.stop and tree.deps[first] in _LEADING and tree.heads[first] not in range(rows[0], first):
        first += 1
    return range(first, rows.stop)


_LEADING: Final = frozenset({labels.ADVERB_MODIFIER, labels.NOUN_AS_ADVERB})


def _is_label(tree: Tree, row: int) -> bool:
    word = tree.words[row]
    return word.lower() in tree.lexicon.source_nouns.label or (word.isupper() and len(word) > _SHORT)


def _speechless(tree: Tree, rows: range, head: int, bare: str) -> Reason | None:
    """Why the phrase is nobody who speaks; None where it may be somebody."""
    words = tree.lexicon.source_nouns
    first = tree.words[rows[0]].lower()
    if bare.removeprefix(f"{tree.lexicon.carriers.article} ") in tree.lexicon.outlets.photo:
        return Reason("entities.photo_agency")
    if bare in words.nobody or first in words.none or tree.lemmas[head] in words.nobody:
        return Reason("entities.nobody_in_particular", words=bare)
    if bare in _LETTERS:
        return Reason("entities.letter")
    if bare in words.label:
        return Reason("entities.label", words=bare)
    if len(rows) > 1 and tree.tags[rows[0]] == labels.PERSONAL_PRONOUN:
        return Reason("entities.no_name")
    return None


def _is_proper(tree: Tree, rows: range) -> bool:
    """Whether all words of a phrase but its article have a capital, and a single one is a proper noun."""
    kept = [
        row
        for row in rows
        if tree.words[row].lower() not in tree.lexicon.source_nouns.definite
        if tree.words[row][0].isalnum()
        if tree.tags[row] != labels.OWNER_SIGN
    ]
    capitals = all(tree.words[row][:1].isupper() for row in kept)
    return capitals and (len(kept) > 1 or (bool(kept) and tree.pos[kept[0]] == labels.NAME))


@kept_by_tree
def head_of(tree: Tree, rows: range) -> int:
    """The row of the phrase that hangs from outside of it; a noun if one does, else the first that does."""
    tops = tree.outermost(rows)
    outer: Sequence[int] = [
        row
        for row in tops
        if tree.words[row][0].isalnum() and not (tree.tags[row] in labels.NAME_TAGS and is_title(tree, row))
    ] or tops
    told = [row for row in outer if tree.pos[row] != labels.NAME or tree.kind_of_name(row) not in labels.AMOUNTS]
    nouns = [row for row in told if tree.pos[row] in _HEADS]  # not the second of "An autopsy Saturday"
    return [*nouns, *outer, rows[-1]][0]


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
    if tree.kind_of_name(head) != labels.PERSON or tree.pos[head] != labels.NAME:
        return ""
    entity = tree.entity_at[head]
    words = [tree.words[row] for row in range(entity.first, entity.last) if tree.tags[row] != labels.OWNER_SIGN]
    return " ".join(words) if len(words) > 1 and all(word[:1].isupper() for word in words) else ""


def _opens_a_line(tree: Tree, rows: range) -> bool:
    """Whether a name in capitals and a colon open the block, as in a transcript ("BRANDT: We were late."), also behind a mark."""
    words = [tree.words[row] for row in rows if tree.words[row][0].isalpha()]
    first = rows[0] == 0 or (rows[0] == 1 and tree.pos[0] == labels.PUNCTUATION)
    opens = first and tree.word(rows.stop) == ":"
    return opens and bool(words) and all(word.isupper() and len(word) > 1 for word in words)


def _noun(tree: Tree, head: int) -> str:
    """The lemma of a head noun; "person" for figures that speak: "leading figures have warned", not "figures show"."""
    lemma, verb = tree.lemmas[head], tree.lemmas[tree.heads[head]]
    told = tree.deps[head] == labels.NOMINAL_SUBJECT and verb in tree.lexicon.quotation_shapes.saying_before
    return "person" if told and lemma == "figure" else lemma


def _by_noun(tree: Tree, rows: range, head: int, text: str, cast: Cast, block: int) -> Description:
    """What the head noun tells: of a name what it is a name of, of another noun what it is on which list."""
    noun, mention = _noun(tree, head), cast.at.get((block, head))
    kind = tree.lexicon.source_nouns.kind_of(noun)
    elsewhere = "" if tree.kind_of_name(head) else cast.labelled.get(tree.words[head], "")
    label = tree.kind_of_name(head) or elsewhere
    if label in _NAMES and tree.pos[head] == labels.NAME and kind in {None, "body"} and not _is_member(tree, head):
        return _named_thing(Phrase(tree, rows, head), label, text, mention)
    if kind is None and label in _NAMES - _WORKS:
        kind = "body"
    elif kind is None:
        body = fold(text) in cast.bodies
        common = (
            head == tree.sentence(head)[0] and tree.lowered[head] in cast.small
        )  # "Jurors", and "the jurors" elsewhere
        named = (
            None if common else _unlisted(Phrase(tree, rows, head), "" if body else elsewhere, text, noun, body=body)
        )
        if named is not None:
            return named
        kind = _by_capitals(tree, rows, head)
    return _described(Phrase(tree, rows, head), kind, text, mention)


def _unlisted(phrase: Phrase, told: str, text: str, noun: str, *, body: bool) -> Description | None:
    """What a name is whose noun is on no list: somebody's, as elsewhere in the article, or a firm's; None for no name."""
    tree, rows, head = phrase.tree, phrase.rows, phrase.head
    elsewhere = told == labels.PERSON and tree.pos[head] == labels.NAME
    firm = "" if elsewhere else _firm(tree, head)
    letters = text.isupper() and len(text) > _SHORT - 1 and text.isalpha()  # "NRPB"
    if not firm and tree.pos[head] == labels.NAME and (letters or body or speaks_of_a_body(tree, rows)):
        firm = text
    if firm:
        return Description(kind="body", known=True, name=firm, noun=noun, words=firm)
    unknown = not told and _by_capitals(tree, rows, head) is None and _is_name_of_nobody_known(tree, rows, head)
    return Description(kind="person", known=True, name=text, noun=noun, words=text) if elsewhere or unknown else None


def _described(phrase: Phrase, kind: SourceKind | None, text: str, mention: Mention | None) -> Description:
    """A phrase as what its words say of somebody."""
    tree, rows, head = phrase.tree, phrase.rows, phrase.head
    words = tree.lexicon.names
    first = tree.words[rows[0]].lower()
    owner = first if first in words.owners and len(rows) > 1 else ""
    below = (row for row in rows if tree.heads[row] == head)
    return Description(
        kind=kind or "unnamed",
        noun=_noun(tree, head),
        words=text,
        known=kind is not None,
        mention=mention,
        modifiers=frozenset(tree.word(row) for row in below if row != head and tree.pos[row] in _MODIFYING),
        definite=first in words.definite,
        plural=tree.tags[head] in labels.PLURAL_TAGS or first not in words.of_one,
        owner_pronoun=owner,
        rest=" ".join(text.split()[1:]) if owner else text,
    )


def _named_thing(phrase: Phrase, label: str, text: str, mention: Mention | None) -> Description:
    """What a name that the parser labelled stands for: a body, a people, a place where something was said."""
    tree, head = phrase.tree, phrase.head
    where = tree.lemmas[tree.heads[head]] in tree.lexicon.bodies.before_places
    if label in labels.PLACES and tree.deps[head] == labels.PREPOSED and where:
        return Description(speechless=Reason("entities.place"))
    noun = _noun(tree, head)
    if label == labels.PEOPLE:
        return Description(kind="unnamed", noun=noun, words=text, known=True, plural=True, definite=True)
    return Description(kind="body", known=True, name=text, noun=noun, words=text, mention=mention)


def _is_name_of_nobody_known(tree: Tree, rows: range, head: int) -> bool:
    """Whether nothing but a singular name in letters stands there, which no list and no label tells of: most are people's."""
    return tree.tags[head] == labels.SINGULAR_NAME and all(
        tree.pos[row] == labels.NAME and tree.words[row][0].isupper() and tree.words[row].rstrip(".").isalpha()
        and not (tree.words[row].isupper() and len(tree.words[row]) > 1)
        for row in rows
        if tree.tags[row] != labels.OWNER_SIGN
    )  # fmt: skip


def _by_capitals(tree: Tree, rows: range, head: int) -> SourceKind | None:
    """A body where "the" and words with capitals alone name something: "The Ossian Herald"."""
    definite = tree.words[rows[0]].lower() in tree.lexicon.source_nouns.definite
    return "body" if definite and tree.pos[head] == labels.NAME and _is_proper(tree, rows) else None
