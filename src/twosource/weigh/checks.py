"""The editor's to-check list: coded, selectable checks, in the order in which an editor would want to know."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from twosource.model import Check, Story
from twosource.weigh import check_rules as rules
from twosource.weigh.desk import Desk

CHECKS: Final[dict[str, Callable[[Desk], Iterator[rules.Hit]]]] = {
    "C101": rules.clashing_accounts,
    "C102": rules.two_speakers,
    "C103": rules.denied_by_a_party,
    "C104": rules.mark_lost,
    "C105": rules.attribution_lost,
    "C106": rules.one_origin,
    "C107": rules.one_source,
    "C108": rules.unverified_alone,
    "C109": rules.headline_number,
    "C110": rules.bound_lost,
    "C111": rules.shared_translation,
    "C112": rules.quotation_cut,
    "C113": rules.unknown_speaker,
    "C114": rules.only_one_article,
    "C115": rules.undated,
}


def find_checks(story: Story, codes: Iterable[str] = CHECKS) -> tuple[Check, ...]:
    """What an editor should look at before printing.

    Args:
        story: A story with its points, conflicts, standing and origins.
        codes: Which checks to make; all of them unless said otherwise. Unknown codes find nothing.

    Returns:
        Checks in the order of ``CHECKS``, within one code in the order of the story; empty if there is nothing.

    Example:
        >>> find_checks(Story(title="Nothing yet", version="0"))
        ()
    """
    desk = Desk(story)
    wanted = set(codes)
    found: dict[tuple[str, str], Check] = {}
    for code, rule in CHECKS.items():
        if code in wanted:
            for detail, refers in rule(desk):
                found.setdefault((code, detail), Check(code=code, detail=f"{message(code)} {detail}", refers=refers))
    return tuple(found.values())


def message(code: str) -> str:
    """What a check says, without particulars: the docstring of its function.

    Example:
        >>> message("C102")
        'The same words are given to different people, or to one who is described in two ways.'
    """
    return (CHECKS[code].__doc__ or "").strip().splitlines()[0]
