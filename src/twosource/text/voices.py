"""Sources counted by voice: a body, its spokesman and its officials are one, however many names stand there."""

from collections.abc import Iterable

from twosource.model import Source
from twosource.text.prose import TOLD_IN, inside
from twosource.text.reasons import Reason, worded


def by_voice(sources: Iterable[Source]) -> dict[str, list[Source]]:
    """Sources by the voice they are counted under, each once; the body itself before those who speak for it."""
    found: dict[str, dict[str, Source]] = {}
    for source in sources:
        found.setdefault(source.counted_as, {})[source.id] = source
    return {voice: sorted(each.values(), key=lambda s: (s.id != voice, s.name, s.id)) for voice, each in found.items()}


def voice_names(sources: Iterable[Source], language: str = TOLD_IN) -> list[str]:
    """What each voice is called, sorted: names before counts, and nobody hidden behind a body.

    Example: a body, its spokesman Jan Oster and an official whose body is no source give
    ``["Halvard Grain (with Jan Oster)", "an official (for the Harbour Office)"]``.
    """
    return sorted(worded(_called(each), language) for each in by_voice(sources).values())


def _called(each: list[Source]) -> Reason | str:
    first, *others = each
    if others:
        names = dict.fromkeys(inside(other.name) for other in others)
        return Reason("lists.voice_with", name=first.name, others=", ".join(names))
    if first.voice and first.speaks_for:
        return Reason("lists.voice_for", name=first.name, body=first.speaks_for)
    return first.name
