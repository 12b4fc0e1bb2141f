"""Where a check is declared: its code, how grave it is, and the function that finds it, whose docstring is its message."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from twosource.model import CheckSeverity
from twosource.text.reasons import Reason
from twosource.weigh.desk import Desk

Hit = tuple[Reason | str, tuple[str, ...]]
Finder = Callable[[Desk], Iterator[Hit]]
SEVERITIES: Final[tuple[CheckSeverity, ...]] = ("high", "medium", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRule:
    """One check."""

    code: str  # "C" and a number; codes are never given twice
    # ``high``: do not print before it is settled. ``medium``: a doubt to settle. ``low``: good to know.
    severity: CheckSeverity
    message: str  # what it says, without particulars
    find: Finder  # its hits in a story: particulars, and the ids of what they are about


_RULES: dict[str, CheckRule] = {}


def check(code: str, *, severity: CheckSeverity) -> Callable[[Finder], Finder]:
    """Declare a function as the check ``code``.

    Raises:
        ValueError: If the code is given already, or the function has no docstring to say.
    """

    def declare(find: Finder) -> Finder:
        message = (find.__doc__ or "").strip().splitlines()[:1]
        if code in _RULES or not message:
            raise ValueError(
                f"{code} is declared twice" if message else f"{code} says nothing: its function has no docstring"
            )
        _RULES[code] = CheckRule(code=code, severity=severity, message=message[0], find=find)
        return find

    return declare


def declared() -> tuple[CheckRule, ...]:
    """All checks, the gravest first, within one severity by their codes."""
    return tuple(sorted(_RULES.values(), key=lambda rule: (SEVERITIES.index(rule.severity), rule.code)))
