"""The editor's to-check list: coded, selectable checks, in the order in which an editor would want to know."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from twosource.model import Check, Span, Story
from twosource.text.reasons import Reason
from twosource.weigh import check_rules, copy_rules, date_rules, figure_rules, one_text_rules, source_rules  # noqa: F401 - what they hold declares itself
from twosource.weigh.check_registry import CheckRule, declared
from twosource.weigh.desk import Desk, within

MOST: Final = 5  # lines of one kind: a list that nobody finishes helps nobody
CHECKS: Final[dict[str, CheckRule]] = {rule.code: rule for rule in declared()}


def find_checks(story: Story, codes: Iterable[str] = CHECKS) -> tuple[Check, ...]:
    """What an editor should look at before printing.

    Args:
        story: A story with its points, conflicts, standing and origins.
        codes: Which checks to make; all of them unless said otherwise. Unknown codes find nothing.

    Returns:
        Checks in the order of ``CHECKS``, the gravest first, within one code in the order of the story, the first ``MOST`` of them: where
        there are more, one line says how many. A claim that holds a figure is not named beside it. Empty if there is
        nothing.

    Example:
        >>> find_checks(Story(title="Nothing yet", version="0"))
        ()
    """
    desk = Desk(story)
    wanted = set(codes)
    return tuple(
        check
        for rule in CHECKS.values()
        if rule.code in wanted
        for check in _shortened(rule, _distinct(rule, desk), desk)
    )


def _distinct(rule: CheckRule, desk: Desk) -> list[tuple[str, tuple[str, ...]]]:
    """What a check finds, each fact once."""
    found: dict[str, tuple[str, ...]] = {}
    seen: dict[str, list[dict[str, list[Span]]]] = defaultdict(list)  # by article: what stands elsewhere is not asked
    for told, refers in rule.find(desk):
        detail = desk.worded(told)
        places = desk.places(refers)
        if detail not in found and not any(within(places, other) for other in seen[min(places, default="")]):
            found[detail] = refers
            for article in places:
                seen[article].append(places)
    return list(found.items())


def _shortened(rule: CheckRule, hits: list[tuple[str, tuple[str, ...]]], desk: Desk) -> Iterator[Check]:
    told: list[tuple[str | Reason, tuple[str, ...]]] = [*hits[:MOST]]
    if len(hits) > MOST:
        rest = tuple(dict.fromkeys(one for _, refers in hits[MOST:] for one in refers))
        told.append((Reason("checks.more_of_these", count=len(hits) - MOST), rest))
    for particulars, refers in told:
        line = Reason("checks.line", message=Reason.of(rule.find), particulars=particulars)
        yield Check(code=rule.code, severity=rule.severity, detail=desk.worded(line), refers=refers)


def message(code: str) -> str:
    """What a check says, without particulars: the first line of its function's docstring.

    Example:
        >>> message("C102")
        'The same words are given to different people, or to one who is described in two ways.'
    """
    return CHECKS[code].message
