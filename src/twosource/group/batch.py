"""A folder of articles, split into stories."""

from dataclasses import replace
from typing import Final

from twosource.group.reading import traits_of
from twosource.group.stream import Stream
from twosource.model import Findings
from twosource.settings import Settings

_EVER: Final = 4_000_000


def group(findings: tuple[Findings, ...], settings: Settings) -> tuple[tuple[int, ...], ...]:
    """Split articles into stories.

    They are put in order of time and go through a stream, which is repaired as a whole in the end. So their order
    here changes nothing.

    Args:
        findings: All articles.
        settings: Those that begin with ``group_``.

    Returns:
        Indices into ``findings``, sorted inside each story; the largest story first. Empty for no articles.
    """
    traits = {one.article.id: traits_of(one, settings) for one in findings}
    # A folder may span years; it is at hand as a whole, so nothing need be forgotten.
    stream = Stream(replace(settings, group_window=_EVER, group_window_undated=len(findings)))
    for arriving in sorted(traits.values(), key=lambda one: (one.at or "9999", one.article)):
        stream.add(arriving)
    stream.repair(everything=True)
    home = {article: story for story, articles in stream.stories().items() for article in articles}
    found: dict[str, list[int]] = {}
    for row, one in enumerate(findings):
        found.setdefault(home[one.article.id], []).append(row)
    return tuple(sorted((tuple(rows) for rows in found.values()), key=lambda rows: (-len(rows), rows)))
