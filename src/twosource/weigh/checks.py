"""The editor's to-check list: coded, selectable checks, in the order in which an editor would want to know."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from twosource.model import Check, Span, Story
from twosource.weigh import check_rules as rules
from twosource.weigh import copy_rules, source_rules
from twosource.weigh.desk import Desk, within

MOST: Final = 5  # lines of one kind: a list that nobody finishes helps nobody
CHECKS: Final[dict[str, Callable[[Desk], Iterator[rules.Hit]]]] = {
    "C101": rules.clashing_accounts,
    "C102": rules.two_speakers,
    "C103": rules.denied_by_a_party,
    "C116": copy_rules.copied_with_an_error,
    "C104": rules.mark_lost,
    "C105": rules.attribution_lost,
    "C117": source_rules.source_upgraded,
    "C106": rules.one_origin,
    "C107": rules.one_source,
    "C118": copy_rules.same_mistake,
    "C119": copy_rules.one_release,
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
        Checks in the order of ``CHECKS``, within one code in the order of the story, the first ``MOST`` of them: where
        there are more, one line says how many. A claim that holds a figure is not named beside it. Empty if there is
        nothing.

    Example:
        >>> find_checks(Story(title="Nothing yet", version="0"))
        ()
    """
    desk = Desk(story)
    wanted = set(codes)
    return tuple(check for code in CHECKS if code in wanted for check in _shortened(code, _distinct(code, desk)))


def _distinct(code: str, desk: Desk) -> list[rules.Hit]:
    """What a check finds, each fact once."""
    found: dict[str, tuple[str, ...]] = {}
    seen: list[dict[str, list[Span]]] = []
    for detail, refers in CHECKS[code](desk):
        places = desk.places(refers)
        if detail not in found and not any(within(places, other) for other in seen):
            found[detail] = refers
            seen.append(places)
    return list(found.items())


def _shortened(code: str, hits: list[rules.Hit]) -> Iterator[Check]:
    for detail, refers in hits[:MOST]:
        yield Check(code=code, detail=f"{message(code)} {detail}", refers=refers)
    if len(hits) > MOST:
        rest = tuple(dict.fromkeys(one for _, refers in hits[MOST:] for one in refers))
        yield Check(code=code, detail=f"{message(code)} {len(hits) - MOST} more of these.", refers=rest)


def message(code: str) -> str:
    """What a check says, without particulars: the docstring of its function.

    Example:
        >>> message("C102")
        'The same words are given to different people, or to one who is described in two ways.'
    """
    return (CHECKS[code].__doc__ or "").strip().splitlines()[0]
