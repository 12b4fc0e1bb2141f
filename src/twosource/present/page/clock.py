"""Stamps as places on an axis."""

from datetime import UTC, datetime


def minutes(stamp: str | None) -> float | None:
    """Minutes since the year 1 of an ISO day or time, in UTC where it names a zone; None for what is not one."""
    try:
        found = datetime.fromisoformat(stamp or "")
    except ValueError:
        return None
    plain = found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found
    return (plain - datetime.min).total_seconds() / 60  # noqa: DTZ901 - only a fixed zero to count from
