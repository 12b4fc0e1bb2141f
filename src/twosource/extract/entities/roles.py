"""Which named person a role means: "the mayor", "the Russian leader", "the company's director"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import Final

from twosource.extract.entities.cast import Cast
from twosource.extract.entities.descriptions import Description
from twosource.extract.entities.mentions import Mention
from twosource.language import Document, labels
from twosource.model import Span
from twosource.text.names import fold
from twosource.text.offices import Office, Offices

_NEAR: Final = 2  # sentences back from the last one that names anybody
_ADDRESS: Final = 12  # code points before a name in which a form of address stands
_LOOKED_AT: Final = 40  # mentions back
_NOBODY: Final = -1  # no person's key: it is told that nobody of those named is meant


class Roles:
    """What an article's people are, asked by description."""

    def __init__(self, cast: Cast, document: Document) -> None:
        """Note whom the article gives which role or title."""
        self._cast, self._document = cast, document
        self._words = document.lexicon.source_nouns
        roles = [(one.key, role) for one in cast.people for role in (*one.roles, *one.name.titles)]
        self._offices = Offices(
            (*roles, *self._addressed()), document.lexicon, self._words.unnamed | self._words.office
        )

    def _addressed(self) -> Iterator[tuple[int, str]]:
        """Who is named behind a form of address or a title that tells an office: "*Dr* Holm" is a doctor."""
        titles = self._document.lexicon.names.title_offices.keys() | (
            self._words.office & self._document.lexicon.names.titles
        )
        for mention in self._cast.mentions:
            before = self._document.text[max(0, mention.at.start - _ADDRESS) : mention.at.start].split()[-1:]
            title = fold(before[0].rstrip(".")) if before and before[0][0].isupper() else ""
            if mention.person is not None and title in titles and not self._cast.parts[mention.block] < 0:
                yield mention.person, title

    def holder(self, what: Description, span: Span) -> Mention | None:
        """The first mention of the one person whom a definite description of one means, by the first rule that tells.

        By age ("the 52-year-old"), by a role that it repeats ("the mayor"), by an office whose nation is not told, or as
        another word for the only one who is spoken of ("the Scot"). Nobody where two people fit.
        """
        if not what.means_one or what.owner_pronoun:
            return None
        person = next(
            (
                key
                for rule in (self._of_that_age, self._of_that_role, self._spoken_of)
                if (key := rule(what, span)) is not None
            ),
            None,
        )
        return None if person is None or person < 0 else self._cast.first.get(person)

    def _of_that_age(self, _: Description, span: Span) -> int | None:
        """Whose age it is; nobody's (-1) where two have it, or somebody without a name."""
        age = self._document.lexicon.ages.described.match(span.of(self._document.text))
        if age is None or age["age"] not in self._ages:
            return None
        holders = self._ages[age["age"]]
        return next(iter(holders)) if len(holders) == 1 else _NOBODY

    @cached_property
    def _ages(self) -> dict[str, set[int]]:
        """By age, in digits, whose it is said to be; -1 stands for somebody without a name."""
        text, found = self._document.text, defaultdict(set)
        ages = self._document.lexicon.ages
        people = {m.at.start: m for m in self._cast.mentions if m.person is not None}
        told: set[int] = set()
        for mention in people.values():
            behind = ages.behind_name.match(text, mention.at.end)
            if behind and mention.person is not None:
                found[behind["age"]].add(mention.person)
                told.add(behind.start("age"))
        for before in (match for match in ages.before_name.finditer(text) if match.start() not in told):
            named = people.get(before.end())
            found[before["age"]].add(_NOBODY if named is None or named.person is None else named.person)
        return found

    def _of_that_role(self, what: Description, span: Span) -> int | None:
        """Whose role it repeats; nobody's (-1) where the article speaks of another of that noun before ("a mayor of a nearby town"), or two people fit."""
        words = self._words
        if what.noun not in words.unnamed | words.office:
            return None
        # "The company's director" is the director of the one company; "the *Town* manager" is the Town's.
        short = {word for word in words.bodies_owning if any(told.startswith(word) for told in what.words.split())}
        asked = frozenset(map(fold, what.modifiers - short))
        offices = self._offices.of(what.noun, asked)
        fitting = {office.holder for office in offices if office.other <= asked and office.fits(asked)}
        if what.noun in words.kin - words.office and not (asked or self._only_one(span, aged=False) in fitting):
            return None  # "the mother" is whoever has children
        if not fitting and what.noun not in words.any_head:
            return self._of_that_nation(what, asked, offices, span)
        if len(fitting) != 1 or self._others_before(what.noun, span):
            return self._last_named(fitting, what.noun, span)
        return fitting.pop()

    def _last_named(self, fitting: Collection[int], noun: str, span: Span) -> int:
        """Of those who fit the only one whom the paragraph, or the one before, names behind anybody else of that noun; nobody's (-1) for none or two."""
        block = self._document.block_before(span.start)
        near = [m for m in self._before(span) if block - m.block <= 1 and not (m.quoted or m.owner)]
        told = [m.person for m in near if m.person in fitting or (m.noun == noun and self._is_another(m))]
        behind = told[len(told) - told[::-1].index(None) :] if None in told else told
        found = {person for person in behind if person is not None}
        return found.pop() if len(found) == 1 else _NOBODY

    def _of_that_nation(
        self, what: Description, asked: frozenset[str], offices: Sequence[Office[int]], span: Span
    ) -> int | None:
        """The one holder of an office whose nation the article has not told ("President Brandt", "the Norvalian president").

        Only where that person was named in one of the last sentences, and every other word of the description is told.
        """
        nations = {w for w in asked - self._words.other_office if w.capitalize() in what.words.split()}
        bare = {office.holder for office in offices if len(office.words) == 1}
        if len(nations) != 1 or len(asked) != 1 or len(bare) != 1 or self._others_before(what.noun, span):
            return None
        person = bare.pop()
        near = [m for m in self._before(span) if m.person is not None]
        last = near[-1].sentence if near else 0
        recent = {m.person for m in near if last - m.sentence <= _NEAR}
        return person if recent == {person} else None

    def _spoken_of(self, what: Description, span: Span) -> int | None:
        """The only one who is spoken of in the last sentences, for whom it is another word ("the Scot", "the 44-year-old")."""
        aged = self._document.lexicon.ages.described.fullmatch(span.of(self._document.text)) is not None
        told = not self._others_before(what.noun, span) and not self._of_another(span)
        person = self._only_one(span, aged=aged) if told else None
        if person is not None and not aged and not self._can_be(person, what.noun):
            return None
        gender = self._words.gender_of(what.noun)
        return person if person is not None and gender in {"", self._cast.people[person].gender} else None

    def _can_be(self, key: int, noun: str) -> bool:
        """Whether a noun may be another word for a person: it stands in an office of theirs ("*Chief* Inspector"), or is a trade beside no other office."""
        told = self._offices.held(key)
        if noun in told:
            return False
        trade = noun in self._words.another_word and not (
            noun in self._words.office and told.keys() & self._words.office
        )
        return trade or any(noun in office.words for office in told.values())

    def _only_one(self, span: Span, *, aged: bool) -> int | None:
        """The only one whom the last sentence that names somebody speaks of; whoever has a noun only does not count but by age.

        "The 44-year-old" may be whom the named one met; "the Scot" is seldom.
        """
        here, block = self._cast.sentence_at(self._document, span.start), self._document.block_before(span.start)
        people = (m for m in self._before(span) if _is_one_person(m))
        near = [m for m in people if block - m.block <= 1 and 0 < here - m.sentence <= _NEAR]
        last = max((m.sentence for m in near if m.person is not None), default=here)
        counted = [m for m in near if m.sentence >= last and (aged or m.subject or m.person is not None)]
        roles = self._roles_of({m.person for m in counted})
        found = {(m.person, m.noun) for m in counted if m.noun not in roles}
        return found.pop()[0] if len(found) == 1 else None

    def _roles_of(self, keys: Collection[int | None]) -> frozenset[str]:
        """The words of the roles that the article gives to some people."""
        roles = (role for one in self._cast.people if one.key in keys for role in one.roles)
        return frozenset(word for role in roles for word in role.lower().split())

    def _of_another(self, span: Span) -> bool:
        """Whether who is described is somebody's ("the singer's lawyer"), or joined to somebody else, and not to another word ("the singer and poet")."""
        tree = self._document.tree_at(span.start)
        return any(
            tree.deps[row] == labels.OWNER
            or (
                tree.deps[row] == labels.CONJUNCT
                and (tree.deps[tree.lefts[row]] == labels.DETERMINING or tree.pos[row] == labels.NAME)
            )
            for row in tree.rows(span)
        )

    def _before(self, span: Span) -> Sequence[Mention]:
        behind = bisect_left(self._cast.starts, span.start)
        return self._cast.mentions[max(0, behind - _LOOKED_AT) : behind]

    def _others_before(self, noun: str, span: Span) -> bool:
        return self._first_other.get(noun, span.start) < span.start

    @cached_property
    def _first_other(self) -> dict[str, int]:
        """For each noun, where the article first speaks of one or several of that noun without naming them."""
        found: dict[str, int] = {}
        for mention in self._cast.mentions:
            if mention.noun not in found and self._is_another(mention):
                found[mention.noun] = mention.at.start
        return found

    def _is_another(self, mention: Mention) -> bool:
        """Whether one or several are spoken of without a name, and not as who owns something ("a *sheriff's* deputy")."""
        tree = self._document.trees[mention.block]
        if mention.person is not None or not mention.noun or tree.deps[mention.row] == labels.OWNER:
            return False
        other = mention.plural or tree.word(tree.lefts[mention.row]) in self._words.several_of_office
        return other and not self._named_beside(mention)

    def _named_beside(self, mention: Mention) -> bool:
        """Whether the noun is said of somebody with a name ("Ada Hollin, a lawyer")."""
        tree = self._document.trees[mention.block]
        beside = (tree.heads[mention.row], *tree.children[mention.row])
        return any(self._cast.person_at(mention.block, row) is not None for row in beside)


def _is_one_person(mention: Mention) -> bool:
    """Whether one person is mentioned, outside of quotation marks, and not as who owns something."""
    return not (mention.thing or mention.plural or mention.quoted or mention.owner)
