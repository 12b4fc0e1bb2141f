"""Where two statements that say the same thing part: one table of rules, each with what must be so of the two before it is asked."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Final, NamedTuple

from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.said import Said
from twosource.compare.numbers.rival_numbers import numbers_part
from twosource.compare.points.accounts import Accounts
from twosource.compare.points.losses import attribution_lost, marks_lost
from twosource.compare.points.opposed import deeds_part, degrees_part, doers_part
from twosource.compare.points.pair import Pair
from twosource.compare.points.particulars import names_part, reasons_part
from twosource.compare.points.polarity import polarity_parts
from twosource.compare.points.rewording import wording_parts
from twosource.compare.points.speakers import speakers_part
from twosource.compare.points.times import times_told_apart
from twosource.model import Difference
from twosource.text.story_index import StoryIndex

_LAID: Final = 12
"""Statements of a point that are laid side by side, each with each: the fullest."""


class Rule(NamedTuple):
    """One way of parting, and what must be so of two statements for it to be asked."""

    part: Callable[[Pair], Difference | None]
    guards: tuple[Callable[[Pair], bool], ...] = ()

    def asked(self, pair: Pair) -> Difference | None:
        """What it finds; None where it may not be asked."""
        return self.part(pair) if all(guard(pair) for guard in self.guards) else None


WORDED: Final = (
    Rule(speakers_part, (Pair.in_two_articles, Pair.both_quoted)),
    Rule(polarity_parts),
    Rule(names_part, (Pair.in_two_accounts,)),
    Rule(reasons_part),
    Rule(times_told_apart, (Pair.in_two_accounts,)),
    Rule(wording_parts),
)
"""What is laid beside the wording in the middle of a point. Where an article quotes, its quotation speaks for it, not the sentence around."""

TOLD: Final = tuple(
    Rule(part, (Pair.in_two_articles,)) for part in (deeds_part, doers_part, degrees_part, numbers_part)
)
"""What is laid side by side each with each: of which both cannot be so."""


def partings_in(circle: Circle, story: Accounts) -> tuple[Difference, ...]:
    """Where the members of a point part, each way of parting once an article.

    Returns:
        Differences in the order of the rules and members; none for a single statement.
    """
    return (*_worded(circle, story), *_told(circle, story))


def losses_in(circle: Circle, index: StoryIndex) -> tuple[Difference, ...]:
    """What some members of a point have left out of what others tell: on whose word it is, and that it is doubtful."""
    members = [said.statement for said in circle.all]
    return (*attribution_lost(members, index), *marks_lost(members, index))


def _worded(circle: Circle, story: Accounts) -> Iterable[Difference]:
    quoting = {one.article for one in circle.all if one.statement.kind == "quotation"}
    speaking = [one for one in told_again(circle) if one.statement.kind == "quotation" or one.article not in quoting]
    speaking.sort(key=lambda one: (one.name, one.statement.start))
    pairs = [Pair(circle.centre, member, circle, story) for member in speaking]
    found: dict[tuple[Rule, str], Difference] = {}
    for rule in WORDED:
        for pair in pairs:
            if seen := rule.asked(pair):
                found.setdefault((rule, pair.right.article), seen)
    return found.values()


def _told(circle: Circle, story: Accounts) -> Iterator[Difference]:
    """Differences between members of which both cannot be so; each kind once for two articles."""
    seen: set[tuple[str, frozenset[str]]] = set()
    counted: list[frozenset[str]] = []
    for left, right in combinations(sorted(circle.all, key=lambda said: said.rank)[:_LAID], 2):
        pair = Pair(left, right, circle, story)
        for found in filter(None, (rule.asked(pair) for rule in TOLD)):
            key = found.kind, frozenset((left.article, right.article))
            if key not in seen and not any(one.issuperset(found.members) for one in counted):
                seen.add(key)
                counted += [frozenset(found.members)] if found.kind == "value" else []
                yield found


def told_again(circle: Circle) -> list[Said]:
    """The members that are not the centre's own words once more: a paraphrase that holds the quotation, a nested one."""
    one = circle.centre.statement
    members = (member for member, _ in circle.members)
    return [m for m in members if m.article != one.article or not m.statement.span.overlaps(one.span)]
