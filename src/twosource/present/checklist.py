"""The to-check list, gathered: what is asked once, then of what."""

from collections.abc import Sequence
from typing import Final

from twosource.model import Check

TOLD: Final = frozenset({"C101", "C102", "C103", "C121"})
"""Contradictions, speakers, denials and names in two ways: what is contested is shown by itself, with both sides' words."""
TAKEN_BACK: Final = "C100"
"""The check that names who still carries what was taken back."""
Gathered = tuple[str, str, tuple[tuple[str, Check], ...]]


def waiting(checks: Sequence[Check]) -> tuple[Check, ...]:
    """The checks that are not told where it is shown what is contested."""
    return tuple(check for check in checks if check.code not in TOLD)


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
