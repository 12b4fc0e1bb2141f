"""Which words of an article name a person."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from twosource.extract.entities.body_name_rows import joined_names
from twosource.extract.entities.names_in_context import bears_a_body, surnames_that_speak, told_as_people
from twosource.extract.entities.names_of_bodies import named_after, speaks_of_a_body
from twosource.extract.entities.nicknames import nicknamed
from twosource.extract.entities.person_name_rows import (
    behind_title,
    capital_runs,
    has_age,
    rows_of,
    rows_with_hyphen,
    title_before,
    with_given_name,
)
from twosource.language import Document, Lexicon, labels
from twosource.language.tree import Entity, Tree
from twosource.text.carriers import is_outlet_name
from twosource.text.names import Name, fold_text, read_name

_FULL: Final = 2
"""Words of a full name."""
_LONGEST_FULL: Final = 3
"""Words of one with two surnames."""
_LONGEST_NAME: Final = 100
"""Letters."""
_NO_WORD: Final = re.compile(r"[^\w-]+")
_HEADINGS: Final = frozenset({"headline", "subheading"})
_ENDINGS: Final = "\"'“”‘’`,.;: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that names a person: block, rows of its tree, the words without possessive ending, the name."""

    block: int
    rows: range
    text: str
    name: Name


def named_in(document: Document) -> tuple[list[Named], frozenset[str]]:
    """All places that name a person, in text order, and the names that the text shows to be a body's, as they are compared.

    The parser's label is not taken for granted: a name that it mostly calls something else is not a person's, and
    a surname that it once calls a person's is one everywhere.
    """
    known = _Known(document)
    found = [one for block, tree in document.parsed.blocks for one in _in_tree(document.text, tree, block, known)]
    return sorted(found, key=lambda one: (one.block, one.rows.start)), frozenset(known.bodies - known.people)


@dataclass(frozen=True, slots=True)
class _Label:
    """A name as the parser labelled it, with the rows it really takes; none of them where it is nobody's."""

    tree: Tree
    entity: Entity
    rows: range
    words: str
    name: Name

    @property
    def key(self) -> str:
        """As names are compared."""
        return _key(self.name)

    @property
    def is_person(self) -> bool:
        """Whether it is labelled as a person's, and no "the" before it says otherwise."""
        letters = self.words.isupper() and self.words.isalpha() and len(self.words) > _FULL  # "NRPB"
        labelled = self.entity.label == labels.PERSON and not letters
        return labelled and not _after_article(self.tree, self.entity.first, self.name)

    @property
    def is_outlet(self) -> bool:
        """Whether it is an outlet's name that begins with no given name."""
        names = self.tree.lexicon.names
        given = bool(self.name.given) and names.is_given(self.name.given[0])
        return is_outlet_name(self.words, self.tree.language) and not given

    @property
    def is_borne_by_people(self) -> bool:
        """Whether a title or an age tells that a person bears it."""
        titled = bool(self.tree.lexicon.names.titles_of_people & set(self.name.titles))
        return titled or title_before(self.tree, self.rows[0]) or has_age(self.tree, self.rows)


class _Known:
    """The names of an article's people, as they are compared: read from all places before any is settled."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.bodies: set[str] = set()

    @cached_property
    def people(self) -> set[str]:
        """Names that only people bear here."""
        seen: dict[str, Counter[bool]] = defaultdict(Counter)
        for label in self._labels:
            seen[label.key][label.is_person] += 1
        mostly = {key for key, times in seen.items() if times[True] and times[True] >= times[False]}
        told = {label.key for label in self._labels if label.rows and label.is_borne_by_people}
        certain = {key for rows in self._certain.values() for _, key in rows}
        outlets = {label.key for label in self._labels if label.rows and label.is_outlet}
        people = (mostly | told | certain) - {""}
        self.bodies = self._bodies(people)
        people -= (self.bodies | outlets) - told - certain
        return {key for key in people if not self._is_no_person(key)}

    @cached_property
    def surnames(self) -> set[str]:
        """The last words of full names."""
        return {key.split()[-1] for key in self.people if " " in key}

    @cached_property
    def given(self) -> set[str]:
        """The first words of full names, and first surnames, by which people are called too."""
        return {key.split()[0] for key in self.people if " " in key} | self._first_surnames()

    def certain_rows(self, block: int) -> list[range]:
        """Where a block names people who are certain whatever the parser calls them."""
        return [rows for rows, key in self._certain.get(block, ()) if key in self.people]

    @cached_property
    def _labels(self) -> list[_Label]:
        return [
            _label(self._document.text, tree, entity)
            for _, tree in self._document.parsed.blocks
            for entity in tree.entities
        ]

    @cached_property
    def _certain(self) -> dict[int, list[tuple[range, str]]]:
        """By block, people by their nickname, or by the words around the name; with their keys."""
        found: dict[int, list[tuple[range, str]]] = defaultdict(list)
        text, alone = self._document.text, surnames_that_speak(self._document.parsed)
        for block, tree in self._document.parsed.blocks:
            for rows in (*nicknamed(tree, text), *told_as_people(tree, alone)):
                words = tree.span(rows[0], rows[-1]).of(text)
                found[block].append((rows, _key(read_name(words, tree.language))))
        return found

    def _bodies(self, people: set[str]) -> set[str]:
        """Names that a body bears."""
        several = (label for label in self._labels if len(label.rows) > 1)
        longer = {each.tree.words[each.rows[0]] for each in several if each.entity.label == labels.ORGANISATION}
        found = {
            label.key
            for label in self._labels
            if label.rows
            if label.entity.label in {labels.PERSON, labels.ORGANISATION} and label.key in people
            if speaks_of_a_body(label.tree, label.rows, longer)
        }
        surnames = frozenset(key.split()[-1] for key in people if " " in key)
        given = self._document.lexicon.names.is_given
        unknown = frozenset(key for key in people if not given(key.split()[0]))
        return found | set(named_after(unknown, surnames))

    def _is_no_person(self, key: str) -> bool:
        lexicon = self._document.lexicon
        alone_a_place = " " not in key and any(_ends_with(text, key) for text in self._before_places)
        return alone_a_place or _is_no_name(key, lexicon) or self._is_of_a_headlines_capitals(key)

    def _is_of_a_headlines_capitals(self, key: str) -> bool:
        """Whether the text knows the first word alone: "Orm Floods Again" is no Orm Floods. A given name is left in doubt."""
        if " " not in key:
            return False
        first, last = key.split(maxsplit=1)[0], key.rsplit(maxsplit=1)[-1]
        alone = f" {first} " in self._text_below and last not in self._text_below
        return alone and not self._document.lexicon.names.is_given(first)

    @cached_property
    def _before_places(self) -> list[str]:
        """What stands before each "County", "City" or "Street", in lower case."""
        places = self._document.lexicon.names.behind_places
        text = self._document.text
        found = re.finditer(rf" {places}\b", text, re.IGNORECASE)
        return [text[max(0, one.start() - _LONGEST_NAME) : one.start()].lower() for one in found]

    @cached_property
    def _text_below(self) -> str:
        """What stands below the headline, as names are compared, with a blank around each word; the whole where nothing does."""
        article = self._document.article
        below = [block.span.of(article.text) for block in article.blocks if block.kind not in _HEADINGS]
        words = _NO_WORD.sub(" ", fold_text(" ".join(below or [article.text])))
        return f" {words} "

    def _first_surnames(self) -> set[str]:
        """The second of three words of a name, where it is no given name: "Rodriguez" of "Zulay Rodriguez Lu"."""
        given = self._document.lexicon.names.is_given
        three = (words for key in self.people if len(words := key.split()) == _LONGEST_FULL)
        return {second for _, second, _ in three if len(second) > _FULL and not given(second)}


def _label(text: str, tree: Tree, entity: Entity) -> _Label:
    rows = rows_of(tree, entity)
    words = tree.span(rows[0], rows[-1]).of(text) if rows else ""
    return _Label(tree, entity, rows, words, read_name(words, tree.language) if rows else Name())


def _key(name: Name) -> str:
    return f"{' '.join(name.given)} {name.surname}".strip()


def _is_no_name(key: str, lexicon: Lexicon) -> bool:
    """Whether a name is a title alone, an outlet's, or ends in a word for a body ("Sgt", "NBC10", "Norvale Police")."""
    last = key.rsplit(maxsplit=1)[-1]
    if last in lexicon.names.titles_of_people or any(letter.isdigit() for letter in key):
        return True
    return " " in key and bears_a_body(key, lexicon)


def _ends_with(text: str, key: str) -> bool:
    """Whether a text ends with a name as a word of its own."""
    before = text.removesuffix(key)
    return before != text and re.search(r"\w\Z", before) is None


def _after_article(tree: Tree, row: int, name: Name) -> bool:
    """Whether "the" stands right before a name without a title: a paper's or a band's, not a person's."""
    definite = tree.lexicon.source_nouns.definite
    before = row if tree.lowered[row] in definite else row - 1
    if tree.word(before) not in definite or name.titles:
        return False
    return tree.deps[tree.heads[before]] not in {labels.COMPOUND, labels.OWNER}  # "the Hollin plan"


def _in_tree(text: str, tree: Tree, block: int, known: _Known) -> Iterator[Named]:
    """The places of a block, by the surest way of naming first."""
    taken = {row for rows in joined_names(tree) for row in rows}
    for rows in (*known.certain_rows(block), *rows_with_hyphen(tree, known.surnames), *_labelled(text, tree, known)):
        if not taken & set(rows):
            taken.update(rows)
            yield _named(text, tree, block, rows)
    for run in capital_runs(tree, taken, known.people, known.surnames):
        rows = behind_title(tree, with_given_name(tree, run))
        named = _named(text, tree, block, rows)
        candidate = _Candidate(tree, rows, named.name, known, wider=rows != run)
        if named.name.surname and any(rule(candidate) for rule in _NAMING):
            yield named


def _named(text: str, tree: Tree, block: int, rows: range) -> Named:
    words = _clean(tree.span(rows[0], rows[-1]).of(text))
    return Named(block=block, rows=rows, text=words, name=read_name(words, tree.language))


def _clean(words: str) -> str:
    return " ".join(words.split()).strip(_ENDINGS).removesuffix("'s").removesuffix("’s")


def _labelled(text: str, tree: Tree, known: _Known) -> Iterator[range]:
    """Names that the parser calls a person's and that are one of the people's, whole or by the surname."""
    for entity in tree.entities:
        rows = rows_of(tree, entity) if entity.label == labels.PERSON else range(0)
        if rows:
            name = read_name(_clean(tree.span(rows[0], rows[-1]).of(text)), tree.language)
            if name.surname and (_key(name) in known.people or name.surname in known.surnames):
                yield rows


# -- why a run of capitalised words names a person


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run of capitalised words that no sure name holds."""

    tree: Tree
    rows: range
    name: Name
    known: _Known
    wider: bool

    @property
    def given_is_known(self) -> bool:
        """Whether its first given name is one that people bear."""
        return bool(self.name.given) and self.tree.lexicon.names.is_given(self.name.given[0])


def _named_elsewhere(one: _Candidate) -> bool:
    """It is the name, or the surname, of one of the article's people."""
    return _key(one.name) in one.known.people or (not one.name.given and one.name.surname in one.known.surnames)


def _with_more_than_the_run(one: _Candidate) -> bool:
    """A given name was found before the surname of one of the people, or a title before their name was left out."""
    return one.wider and one.name.surname in one.known.surnames | one.known.people


def _given_name_that_acts(one: _Candidate) -> bool:
    """It is the given name of one of the people, and does something that no place does."""
    if one.name.given or one.name.surname not in one.known.given:
        return False
    place = one.tree.kind_of_name(one.rows[0]) in labels.PLACES
    return one.tree.deps[one.rows[-1]] == labels.NOMINAL_SUBJECT and not place


def _follows_title(one: _Candidate) -> bool:
    """A title stands before it, and its given name is known as one, or it is a name of two words that no body bears."""
    titled = bool(one.tree.lexicon.names.titles_of_people & set(one.name.titles))
    firm = one.name.surname.rstrip(".") in one.tree.lexicon.bodies.legal_forms
    whole = len(one.name.given) == 1 and not firm and not bears_a_body(_key(one.name), one.tree.lexicon)
    return (one.given_is_known or whole) and (titled or title_before(one.tree, one.rows[0]))


def _says_something(one: _Candidate) -> bool:
    """It has one known given name and is the subject of a verb of saying: the parser took it for a place or a body."""
    tree, rows = one.tree, one.rows
    head = next((row for row in rows if tree.heads[row] not in rows), rows[-1])
    singular = tree.tags[rows[-1]] == labels.SINGULAR_NAME and not bears_a_body(_key(one.name), tree.lexicon)
    if tree.deps[head] != labels.NOMINAL_SUBJECT or len(one.name.given) != 1 or not singular:
        return False
    words, verb = tree.lexicon.quotation_shapes, tree.heads[head]
    return one.given_is_known and (tree.lemmas[verb] in words.saying_before or tree.lowered[verb] in words.sayings)


def _with_an_age(one: _Candidate) -> bool:
    """An age stands behind it."""
    return has_age(one.tree, one.rows)


_NAMING: Final[tuple[Callable[[_Candidate], bool], ...]] = (
    _named_elsewhere,
    _with_more_than_the_run,
    _given_name_that_acts,
    _follows_title,
    _says_something,
    _with_an_age,
)
