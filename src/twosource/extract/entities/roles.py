"""Which named person a role means: "the mayor", "the Russian leader", "the company's director"."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from twosource.extract.entities.cast import Cast
from twosource.extract.entities.descriptions import Description
from twosource.extract.entities.mentions import Mention
from twosource.language import Document
from twosource.model import Span
from twosource.text.names import fold
from twosource.text.offices import Office, Offices

_NEAR: Final = 2  # sentences back from the last one that names anybody
_LOOKED_AT: Final = 40  # mentions back


class Roles:
    """The offices of an article's people, asked by description."""

    def __init__(self, cast: Cast, document: Document) -> None:
        """Note whom the article gives which role or title."""
        self._cast, self._parsed = cast, document.parsed
        self._words = document.lexicon.source_nouns
        roles = ((one.key, role) for one in cast.people for role in (*one.roles, *one.name.titles))
        self._offices = Offices(roles, document.lexicon)

    def holder(self, what: Description, span: Span) -> Mention | None:
        """The first mention of the one person whose role a definite description repeats.

        Nobody where the article also speaks of another of that noun ("a mayor of a nearby town"), before the
        description, or where two people fit.
        """
        words = self._words
        if not what.definite or what.plural or what.noun not in words.office:
            return None
        asked = frozenset(map(fold, what.modifiers - words.bodies_owning))
        offices = self._offices.of(what.noun, asked)
        fitting = {office.holder for office in offices if office.other <= asked and office.fits(asked)}
        leader = what.noun in words.any_head
        if not fitting and not leader:
            return self._of_that_nation(what, asked, offices, span)
        if len(fitting) != 1 or self._others_before(what.noun, span):
            return None
        return self._cast.first.get(fitting.pop())

    def _of_that_nation(
        self, what: Description, asked: frozenset[str], offices: Sequence[Office[int]], span: Span
    ) -> Mention | None:
        """The one holder of an office whose nation the article has not told ("President Brandt", "the Norvalian president").

        Only where that person was named in one of the last sentences, and every other word of the description is told.
        """
        nations = {w for w in asked - self._words.other_office if w.capitalize() in what.words.split()}
        bare = {office.holder for office in offices if len(office.words) == 1}
        if len(nations) != 1 or len(asked) != 1 or len(bare) != 1 or self._others_before(what.noun, span):
            return None
        person = bare.pop()
        behind = bisect_left(self._cast.starts, span.start)
        near = [m for m in self._cast.mentions[max(0, behind - _LOOKED_AT) : behind] if m.person is not None]
        last = near[-1].sentence if near else 0
        recent = {m.person for m in near if last - m.sentence <= _NEAR}
        return self._cast.first.get(person) if recent == {person} else None

    def _others_before(self, noun: str, span: Span) -> bool:
        return self._first_other.get(noun, span.start) < span.start

    @cached_property
    def _first_other(self) -> dict[str, int]:
        """For each noun, where the article first speaks of one or several of that noun without naming them."""
        found: dict[str, int] = {}
        for mention in self._cast.mentions:
            if mention.person is None and mention.noun and mention.noun not in found:
                tree = self._parsed.trees[mention.block]
                if (
                    tree is not None
                    and (mention.plural or tree.words[tree.lefts[mention.row]].lower() in self._words.several_of_office)
                    and not self._named_beside(mention)
                ):
                    found[mention.noun] = mention.at.start
        return found

    def _named_beside(self, mention: Mention) -> bool:
        """Whether the noun is said of somebody with a name ("Ada Hollin, a lawyer")."""
        tree = self._parsed.trees[mention.block]
        if tree is None:
            return False
        beside = [tree.heads[mention.row], *tree.children[mention.row]]
        return any(
            (at := self._cast.at.get((mention.block, row))) is not None and at.person is not None for row in beside
        )
