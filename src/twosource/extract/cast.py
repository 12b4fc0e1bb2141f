"""Everybody whom an article mentions: people by name, gathered under all their names, and people by description."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from twosource.extract.quotations import Quotation
from twosource.extract.source_words import source_words
from twosource.model import Article, Span
from twosource.text.names import Gender, Name, read_name, same_person
from twosource.text.tree import Entity, Parsed, Tree

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody with a name: the fullest name, all forms met, roles as worded, and why the forms were joined."""

    key: int
    name: Name
    text: str
    forms: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: Gender = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where somebody is mentioned.

    Attributes:
        at: The name or noun.
        block, row: The block, and in its tree the head of the mention.
        sentence: Number of the sentence in the article, counted over all blocks.
        person: Key of the person; None for a description.
        noun: The head noun's lemma of a description; empty for a name.
        gender: As far as name or noun tell.
        plural: Whether several people are meant.
        subject: Whether it is the subject of a verb.
        quoted: Whether it stands in quotation marks.
    """

    at: Span
    block: int
    row: int
    sentence: int
    person: int | None
    noun: str
    gender: Gender
    plural: bool
    subject: bool
    quoted: bool


@dataclass(frozen=True, kw_only=True)
class Cast:
    """People, and all mentions in text order. ``before[block]`` counts the sentences in earlier blocks."""

    people: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    before: tuple[int, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each mention starts, in order."""
        return tuple(mention.at.start for mention in self.mentions)

    def named_in(self, span: Span) -> list[Mention]:
        """Mentions of named people that lie in ``span``, in text order."""
        first = bisect_left(self.starts, span.start)
        found: list[Mention] = []
        for mention in self.mentions[first:]:
            if mention.at.start >= span.end:
                break
            if mention.person is not None and mention.at.end <= span.end:
                found.append(mention)
        return found


def find_cast(article: Article, parsed: Parsed, quotations: Sequence[Quotation]) -> Cast:
    """Gather the people of an article.

    A bare surname belongs to the one person of that surname; where two bear it, to the one last named in full in
    the same or the paragraph before, else to nobody but itself.

    Returns:
        The cast; empty for an article that names nobody.
    """
    before = [0]
    for tree in parsed.trees:
        before.append(before[-1] + (len(tree.sentences) if tree else 0))
    named = [
        (block, tree, entity, read_name(_words(article, tree, entity)))
        for block, tree in enumerate(parsed.trees)
        if tree is not None
        for entity in tree.entities
        if entity.label == "PERSON"
    ]
    register = _Register()
    for _, tree, entity, name in named:
        if name.given:
            register.full(name, _words(article, tree, entity))
    quoted = _Quoted(quotations)
    mentions = [
        _mention(tree, block, before[block], entity, key, register.people[key].gender, quoted)
        for block, tree, entity, name in named
        if name.surname and (key := register.settle(name, _words(article, tree, entity), block)) is not None
    ]
    taken = {(mention.block, mention.row) for mention in mentions}
    for block, tree in enumerate(parsed.trees):
        if tree is not None:
            mentions.extend(m for m in _described(tree, block, before[block], quoted) if (block, m.row) not in taken)
    mentions.sort(key=lambda mention: (mention.at, mention.row))
    return Cast(people=tuple(register.people), mentions=tuple(mentions), before=tuple(before))


def _words(article: Article, tree: Tree, entity: Entity) -> str:
    return tree.span(entity.first, entity.last - 1).of(article.text)


class _Quoted:
    """Whether a place stands in quotation marks."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._spans = [quotation.outer for quotation in quotations]
        self._starts = [span.start for span in self._spans]

    def __call__(self, at: int) -> bool:
        found = bisect_right(self._starts, at) - 1
        return found >= 0 and self._spans[found].end > at


class _Register:
    """People by surname's first letters, in order of their first full name."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._last_full: dict[int, int] = {}

    def _fitting(self, name: Name) -> list[tuple[Person, str]]:
        return [(person, reason) for person in self.people if (reason := same_person(person.name, name))]

    def full(self, name: Name, text: str) -> None:
        """Note a name with a given name; all of them are noted before any bare surname is settled."""
        fitting = self._fitting(name)
        if len(fitting) == 1:
            self._add(fitting[0][0], name, text, fitting[0][1])
        elif not fitting:
            self._new(name, text)

    def settle(self, name: Name, text: str, block: int) -> int:
        """The person whom a name means here."""
        fitting = self._fitting(name)
        if not name.given and not fitting:
            given = [person for person in self.people if person.name.given[:1] == (name.surname,)]
            fitting = [(given[0], "the given name of one person only")] if len(given) == 1 else []
        if len(fitting) > 1:
            near = [pair for pair in fitting if self._last_full.get(pair[0].key, -9) >= block - 1]
            exact = [pair for pair in fitting if pair[0].name == name or text in pair[0].forms]
            fitting = exact[:1] if len(exact) == 1 else near if len(near) == 1 else []
            if not fitting:
                return self._new(name, text, "two people here bear this surname").key
        if not fitting:
            return self._new(name, text).key
        person, reason = fitting[0]
        self._add(person, name, text, reason)
        if name.given:
            self._last_full[person.key] = block
        return person.key

    def _new(self, name: Name, text: str, reason: str = "") -> Person:
        person = Person(key=len(self.people), name=name, text=text, forms=[text], gender=name.gender, reason=reason)
        self.people.append(person)
        return person

    @staticmethod
    def _add(person: Person, name: Name, text: str, reason: str) -> None:
        if text not in person.forms:
            person.forms.append(text)
            person.reason = person.reason or reason
        if len(name.given) > len(person.name.given):
            person.name, person.text = name, text
        person.gender = person.gender or name.gender


def _mention(tree: Tree, block: int, before: int, entity: Entity, key: int, gender: Gender, quoted: _Quoted) -> Mention:
    head = next(
        (row for row in range(entity.first, entity.last) if not entity.first <= tree.heads[row] < entity.last),
        entity.last - 1,
    )
    at = tree.span(entity.first, entity.last - 1)
    return Mention(
        at=at, block=block, row=head, sentence=before + tree.sentence_of[head], person=key, noun="", gender=gender,
        plural=False, subject=tree.deps[head] in _SUBJECTS, quoted=quoted(at.start),
    )  # fmt: skip


def _described(tree: Tree, block: int, before: int, quoted: _Quoted) -> Iterator[Mention]:
    words = source_words()
    for row, lemma in enumerate(tree.lemmas):
        if tree.pos[row] == "NOUN" and lemma in words.unnamed and tree.deps[row] not in {"compound", "appos", "attr"}:
            at = tree.span(row, row)
            yield Mention(
                at=at, block=block, row=row, sentence=before + tree.sentence_of[row], person=None, noun=lemma,
                gender=words.gender_of(lemma), plural=tree.tags[row] in {"NNS", "NNPS"} or lemma == "people",
                subject=tree.deps[row] in _SUBJECTS, quoted=quoted(at.start),
            )  # fmt: skip
