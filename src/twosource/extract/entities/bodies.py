"""The named bodies of an article, and which of them a short form or a description means."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from twosource.extract.entities.body_name_rows import names_in
from twosource.extract.entities.cast import Cast
from twosource.extract.entities.descriptions import Description
from twosource.extract.entities.outlets import outlet_in
from twosource.language import Document, labels
from twosource.model import SourceKind, Span
from twosource.text.body_names import BodyName, is_shorter, read_body_name, same_body
from twosource.text.names import fold
from twosource.text.reasons import Reason

_TERSE: Final = frozenset({"headline", "subheading"})
_MOST: Final = 300
"""Different names: an article with more is a list, and nobody in it is told by a description."""
_WHERE: Final = 2
"""Words before a name among which a preposition says that it is a place: "rebels in northern Dorne"."""
_BEFORE: Final = 16
"""Code points before a name in which a preposition stands."""
_NEAR: Final = 3
"""Sentences back in which "the company" is looked for: the company of the paragraph, not of the article."""


@dataclass(frozen=True, slots=True)
class _Named:
    """One place where a body is named."""

    start: int
    sentence: int
    text: str
    name: BodyName


@dataclass(slots=True)
class _Body:
    """A body, under all the names that the article has for it."""

    names: dict[str, BodyName] = field(default_factory=dict)
    places: list[_Named] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The fullest name; of a state its own, not its adjective or its capital."""
        return max(self.names, key=self._fullness)

    def _fullness(self, name: str) -> tuple[int, bool, int, str]:
        read = self.names[name]
        return len(read.words), name.lower() == read.known.lower(), len(name), name

    def has(self, name: BodyName) -> bool:
        """Whether a name is one of its names."""
        return any(same_body(own, name) for own in self.names.values())

    def may_be(self, name: BodyName) -> bool:
        """Whether a name is short for one of its names."""
        return any(is_shorter(name, own) for own in self.names.values())

    def is_part_of(self, name: BodyName) -> bool:
        """Whether a phrase only adds to one of its names what it is ("the shoe maker Striva")."""
        return any(is_shorter(own, name) for own in self.names.values())

    def lacks_only(self, name: BodyName, states: Collection[str]) -> bool:
        """Whether the name adds to one of these only whose it is: it is the fuller one."""
        return any(all(word in states for word in name.words - own.words) for own in self.names.values())


class Bodies:
    """The named bodies of an article, asked by name and by description."""

    def __init__(self, document: Document, cast: Cast) -> None:
        """Read nothing yet."""
        self._document, self._cast = document, cast
        self._called: dict[str, tuple[str, Reason | None]] = {}

    def called(self, name: str) -> tuple[str, Reason | None]:
        """The fullest name of the body that a name means, and why; the name itself and None where it means no other.

        A short form ("the Sheriff's Office") is the one body whose name holds its words behind the same noun; where two
        bodies have that noun ("the Harbour Authority", "the Coal Authority") it is neither.
        """
        if name not in self._called:
            self._called[name] = self._find(name)
        return self._called[name]

    def _find(self, name: str) -> tuple[str, Reason | None]:
        read = read_body_name(name, self._document.lexicon.code)
        for body in self._bodies:
            if body.has(read) or name in body.names:
                return self._answer(body, name, Reason("entities.name_of", name=name, body=body.text))
        longer = [body for body in self._bodies if self._may_be(body, name, read)]
        if longer:
            if len(longer) > 1:
                return name, None
            return self._answer(longer[0], name, Reason("entities.short_for", name=name, body=longer[0].text))
        states = self._document.lexicon.bodies.states.keys()
        described = [
            body
            for body in self._bodies
            if body.is_part_of(read)
            if not body.lacks_only(read, states)
            if not self._only_says_where(name, body)
            if not self._names_two(name, body)
        ]
        if len(described) != 1:
            return name, None
        return self._answer(described[0], name, Reason("entities.calls", name=name, body=described[0].text))

    def _may_be(self, body: _Body, text: str, name: BodyName) -> bool:
        """Whether a name is short for a body's: by the noun of both, or as the first word of a firm's name, where it is no place's."""
        if body.may_be(name):
            return True
        lexicon = self._document.lexicon
        place = self._cast.labelled.get(text, "") in labels.PLACES or text.lower() in lexicon.bodies.companies
        noun = lexicon.source_nouns.kind_of(name.head) is not None
        return not (place or noun or name.known) and any(self._is_first_word(text, own) for own in body.names)

    def _is_first_word(self, text: str, name: str) -> bool:
        """Whether a word is the first of a firm's name: "Halvard" of "Halvard Grain", not "Dorne" of "Dorne Police"; letters only of one with a legal form."""
        words, lexicon = name.split(), self._document.lexicon
        last = fold(words[-1])
        legal = last in lexicon.bodies.legal_forms
        firm = legal or (
            not text.isupper() and (lexicon.source_nouns.kind_of(last) is None or last in lexicon.bodies.businesses)
        )
        capitals = all(word[0].isupper() or fold(word) in lexicon.bodies.small for word in words)
        return len(words) > 1 and words[0] == text and firm and capitals

    def _names_two(self, name: str, body: _Body) -> bool:
        """Whether a name is that of a body and of another joined to it: "the Harbour Office and *Norvale Police*"."""
        lexicon = self._document.lexicon
        joints, article = lexicon.bodies.joined, lexicon.source_nouns.definite
        for own in (own for own in body.names if own.lower() in name.lower()):
            before, _, behind = name.lower().partition(own.lower())
            beside = [word for word in before.split() if word not in article][-1:] + behind.split()[:1]
            if joints & set(beside):
                return True
        return False

    def _only_says_where(self, name: str, body: _Body) -> bool:
        """Whether a body's name stands as a place does, "the station in *Dorne*", "the *Dorne*, *Ala.*, firm"."""
        words = self._document.lexicon.bodies
        before = words.located | words.organ_of
        told = name.lower()
        led = told.rsplit(maxsplit=1)[-1] in words.any_body  # "the Dorne, Ala., firm"
        return any(
            told[:at].endswith(", ")  # "Halvard Corp., Dorne"
            or (led and told[at + len(own) :].startswith(","))
            or not before.isdisjoint(told[:at].split()[-_WHERE:])
            for own in body.names
            if (at := told.find(own.lower())) > 0 and told[:at].strip()
        )

    def kind_of(self, name: str, kind: SourceKind) -> SourceKind:
        """What kind of source a body is by the noun in its name; as given where that does not tell."""
        told = self._document.lexicon.source_nouns.kind_of(read_body_name(name, self._document.lexicon.code).head)
        return told if told in {"body", "outlet"} else kind

    def _answer(self, body: _Body, name: str, why: Reason) -> tuple[str, Reason | None]:
        return body.text, None if body.text == name else why

    def holder(self, what: Description, span: Span) -> str:
        """The name of the one body that a definite description means; "" where none or two fit.

        Its head noun is that of one body's name before it ("the authority"), or one that any body can be called by
        ("the company"), and one such body alone is named near. In a headline what the text names counts too.
        """
        terse = self._is_terse(span.start)
        if what.name or not (terse or what.means_one):
            return ""
        before = [body for body in self._bodies if terse or body.places[0].start < span.start]
        named = self._with_head(before, what)
        if named:
            return named[0].text if len(named) == 1 and self._told(what, named[0]) else ""
        fitting = self._near([body for body in before if self._is_called_again(body, what.noun)], span)
        fitting = fitting or self._near([body for body in before if self._can_be_called(body, what.noun)], span)
        nation = self._document.lexicon.bodies.inside_names.keys() >= what.modifiers
        return fitting[0].text if len(fitting) == 1 and nation and not self._is_only_where(fitting[0]) else ""

    def nearest(self, what: Description, span: Span) -> str:
        """The one body of the sentence before, or of its own, that "the company" may mean where the text has several; "" for none or two."""
        if what.name or what.modifiers or not what.means_one:
            return ""
        fitting = self._near([body for body in self._bodies if self._can_be_called(body, what.noun)], span, sentences=1)
        return fitting[0].text if len(fitting) == 1 and not self._is_only_where(fitting[0]) else ""

    def _with_head(self, bodies: list[_Body], what: Description) -> list[_Body]:
        """The bodies of whose name a description's noun is the head; none for a noun that tells nothing alone."""
        if what.kind not in {"body", "outlet"} or what.noun in self._document.lexicon.bodies.not_alone:
            return []
        return [body for body in bodies if any(name.head == what.noun for name in body.names.values())]

    def _told(self, what: Description, body: _Body) -> bool:
        """Whether the names hold all that the description says ("the Russian ministry")."""
        held = frozenset().union(*(name.words for name in body.names.values()))
        asked = read_body_name(" ".join(sorted(what.modifiers)), self._document.lexicon.code).words
        return not what.modifiers or asked <= held

    def _near(self, bodies: list[_Body], span: Span, *, sentences: int = _NEAR) -> list[_Body]:
        """Those that the text names in the last sentences before a place; what only a headline names is too far."""
        here = self._cast.sentence_at(self._document, span.start)
        return [
            body
            for body in bodies
            if any(
                p.start < span.start and here - p.sentence <= sentences and not self._is_terse(p.start)
                for p in body.places
            )
        ]

    def _is_terse(self, offset: int) -> bool:
        block = self._document.block_at(offset)
        return block is not None and self._document.article.blocks[block].kind in _TERSE

    def _is_called_again(self, body: _Body, noun: str) -> bool:
        """Whether a noun stands for what a body's name ends in: "the regulator" for the Food Board, "the force" for the police."""
        heads = self._document.lexicon.bodies.stands_for.get(noun, ())
        return any(name.head in heads for name in body.names.values())

    def _can_be_called(self, body: _Body, noun: str) -> bool:
        """Whether a body whose name does not say what it is may be "the company", "the agency", "the newspaper"."""
        words, nouns = self._document.lexicon.bodies, self._document.lexicon.source_nouns
        printed = noun in nouns.outlet or noun in words.papers_printed
        if not printed and noun not in words.any_body:
            return False
        language = self._document.lexicon
        named = (body.text, f"{language.carriers.article.capitalize()} {body.text}")  # "The Ledger", "Ledger"
        outlet = any(outlet_in(name, language.code) for name in named[: 1 + printed])
        if printed or outlet:
            return printed and outlet
        if any(nouns.kind_of(head) is not None for head in {name.head for name in body.names.values()}):
            return False
        known = any(name.known for name in body.names.values())
        return not known if noun in words.businesses else True

    def _is_only_where(self, body: _Body) -> bool:
        """Whether a body's name always stands behind a preposition as a place does: "ferries run again *in Norvale*"."""
        text, located = self._document.text, self._document.lexicon.bodies.located
        before = [text[max(0, place.start - _BEFORE) : place.start].lower().split()[-1:] for place in body.places]
        return all(located.intersection(words) for words in before)

    # -- the names

    @cached_property
    def _bodies(self) -> list[_Body]:
        """The bodies, by the place where they are first named."""
        found: dict[str, list[_Named]] = {}
        for named in self._names():
            found.setdefault(named.text, []).append(named)
        bodies: list[_Body] = []
        for text in sorted(found, key=lambda text: (-len(found[text][0].name.words), -len(text), text))[:_MOST]:
            self._put(bodies, text, found[text])
        for body in bodies:
            body.places.sort(key=lambda place: place.start)
        return sorted(bodies, key=lambda body: body.places[0].start)

    def _names(self) -> Iterator[_Named]:
        language = self._document.lexicon.code
        for block, tree in self._document.parsed.blocks:
            for rows in names_in(tree):
                if any(self._cast.person_at(block, row) is not None for row in rows):
                    continue
                text = _plain(" ".join(tree.span(rows[0], rows[-1]).of(self._document.text).split()))
                name = read_body_name(text, language)
                sentence = self._cast.before[block] + tree.sentence_of[rows[0]]
                if name.words:
                    yield _Named(tree.starts[rows[0]], sentence, text, name)

    def _put(self, bodies: list[_Body], text: str, places: list[_Named]) -> None:
        """Into the one body of that name, or the one it is short for; a body of its own where none or two are."""
        name = places[0].name
        same = [body for body in bodies if body.has(name)]
        fitting = same or [
            body for body in bodies if self._may_be(body, text, name) and not self._is_anothers(places, body)
        ]
        if len(fitting) != 1:
            fitting = [_Body()]
            bodies.append(fitting[0])
        fitting[0].names[text] = name
        fitting[0].places += places

    def _is_anothers(self, places: list[_Named], body: _Body) -> bool:
        """Whether a name lacks only the state of a body that is named later: it may be the ministry of any state."""
        states = self._document.lexicon.bodies.states.keys()
        told = [each.start for each in places if not self._is_terse(each.start)]
        fuller = [each for each in body.places if is_shorter(places[0].name, each.name)]
        lacking = [each for each in fuller if all(word in states for word in each.name.words - places[0].name.words)]
        return bool(told and lacking) and min(told) < min(each.start for each in lacking)


def _plain(text: str) -> str:
    return text.removesuffix("'s").removesuffix("’s").rstrip("'’")
