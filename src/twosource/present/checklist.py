"""The to-check list, gathered: what is asked once, then of what."""

from collections.abc import Sequence

from twosource.model import Check

Gathered = tuple[str, str, tuple[tuple[str, Check], ...]]


def gathered(checks: Sequence[Check]) -> tuple[Gathered, ...]:
    """Checks of one code that begin with the same sentence, together under it.

    Returns:
        Code, first sentence, and for each check what follows that sentence (all of it where nothing does), in the
        order of the checks.
    """
    groups: dict[tuple[str, str], list[tuple[str, Check]]] = {}
    for check in checks:
        head, _, rest = check.detail.partition(". ")
        groups.setdefault((check.code, head), []).append((rest.strip(), check))
    return tuple((code, head, tuple(items)) for (code, head), items in groups.items())
