"""The editor's to-check list: coded, selectable checks, in the order in which an editor would want to know."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from twosource.model import Check, Span, Story
from twosource.weigh import check_rules, copy_rules, one_text_rules, source_rules  # noqa: F401 - what they hold declares itself
from twosource.weigh.check_registry import CheckRule, Hit, declared
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
        check for rule in CHECKS.values() if rule.code in wanted for check in _shortened(rule, _distinct(rule, desk))
    )


def _distinct(rule: CheckRule, desk: Desk) -> list[Hit]:
    """What a check finds, each fact once."""
    found: dict[str, tuple[str, ...]] = {}
    seen: dict[str, list[dict[str, list[Span]]]] = defaultdict(list)  # by article: what stands elsewhere is not asked
    for detail, refers in rule.find(desk):
        places = desk.places(refers)
        if detail not in found and not any(within(places, other) for other in seen[min(places, default="")]):
            found[detail] = refers
            for article in places:
                seen[article].append(places)
    return list(found.items())


def _shortened(rule: CheckRule, hits: list[Hit]) -> Iterator[Check]:
    for detail, refers in hits[:MOST]:
        yield Check(code=rule.code, severity=rule.severity, detail=f"{rule.message} {detail}", refers=refers)
    if len(hits) > MOST:
        rest = tuple(dict.fromkeys(one for _, refers in hits[MOST:] for one in refers))
        detail = f"{rule.message} {len(hits) - MOST} more of these."
        yield Check(code=rule.code, severity=rule.severity, detail=detail, refers=rest)


def message(code: str) -> str:
    """What a check says, without particulars: the first line of its function's docstring.

    Example:
        >>> message("C102")
        'The same words are given to different people, or to one who is described in two ways.'
    """
    return CHECKS[code].message
