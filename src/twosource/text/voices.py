"""Sources counted by voice: a body, its spokesman and its officials are one, however many names stand there."""

from collections.abc import Iterable

from twosource.model import Source
from twosource.text.prose import inside


def by_voice(sources: Iterable[Source]) -> dict[str, list[Source]]:
    """Sources by the voice they are counted under, each once; the body itself before those who speak for it."""
    found: dict[str, dict[str, Source]] = {}
    for source in sources:
        found.setdefault(source.voice or source.id, {})[source.id] = source
    return {voice: sorted(each.values(), key=lambda s: (s.id != voice, s.name, s.id)) for voice, each in found.items()}


def voice_names(sources: Iterable[Source]) -> list[str]:
    """What each voice is called, sorted: names before counts, and nobody hidden behind a body.

    Example: a body, its spokesman Jan Oster and an official whose body is no source give
    ``["Halvard Grain (with Jan Oster)", "an official (for the Harbour Office)"]``.
    """
    return sorted(_called(each) for each in by_voice(sources).values())


def _called(each: list[Source]) -> str:
    first, *others = each
    names = dict.fromkeys(inside(other.name) for other in others)
    if names:
        return f"{first.name} (with {', '.join(names)})"
    return f"{first.name} (for {inside(first.speaks_for)})" if first.voice and first.speaks_for else first.name
