"""Stamps as places on an axis."""

from datetime import UTC, datetime, timedelta

_ZERO = datetime.min  # noqa: DTZ901 - only a fixed zero to count from


def minutes(stamp: str | None) -> float | None:
    """Minutes since the year 1 of an ISO day or time, in UTC where it names a zone; None for what is not one."""
    try:
        found = datetime.fromisoformat(stamp or "")
    except ValueError:
        return None
    plain = found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found
    return (plain - _ZERO).total_seconds() / 60


def stamp(at: float) -> str:
    """The ISO time that so many minutes since the year 1 stand for; empty where no calendar reaches it."""
    try:
        return (_ZERO + timedelta(minutes=at)).isoformat()
    except OverflowError:
        return ""
