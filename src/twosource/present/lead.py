"""The one honest sentence at the head of a story: who carries whose text, names before counts."""

from collections.abc import Sequence

from twosource.model import Origin
from twosource.present.index import Index
from twosource.present.origins import carried, origin_name, shared_origins
from twosource.present.wording import span_of_time
from twosource.text.prose import counted, listed, number, opened

_NAMES = 4
_ORIGINS = 3  # told in words; the table has all


def lead(index: Index) -> tuple[str, ...]:
    """Two to four sentences: the articles, what goes back to whom, what has no shared origin found, the differences.

    Never says "independent": what was not found is said as not found.
    """
    articles = index.story.articles
    outlets = dict.fromkeys(article.outlet for article in articles)
    first = f"{opened(counted(len(articles), 'article'))} from {counted(len(outlets), 'outlet')}."
    return (first, *_origins(index), *_differences(index))


def facts(index: Index) -> tuple[str, ...]:
    """Short facts for the line under the head: span of time, and what was found."""
    story = index.story
    stamps = sorted(stamp for article in story.articles for stamp in (article.published, article.updated) if stamp)
    quotations = sum(one.kind == "quotation" and not one.scare for one in story.statements)
    found = (
        _many(len(story.points), "point"),
        _many(quotations, "quotation"),
        _many(len(story.figures), "figure"),
        _many(len(story.sources), "source"),
        _many(len(story.conflicts), "contradiction"),
    )
    return (span_of_time(stamps[0], stamps[-1]) if stamps else "no dates stated", *found)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _origins(index: Index) -> tuple[str, ...]:
    shared = shared_origins(index)
    tied = {article for origin in shared for article in origin.articles}
    alone = [index.outlets[name] for name in index.articles if name in index.origin_of and name not in tied]
    copied = [origin for origin in shared if carried(index, origin) or not (origin.via or origin.first)]
    sentences = [_shared(index, origin) for origin in copied[:_ORIGINS]]
    more = len(copied) - len(sentences)
    if more:
        sentences.append(f"{opened(counted(more, 'more text'))} {'stands' if more == 1 else 'stand'} behind others.")
    sentences += _own(index, [origin for origin in shared if origin not in copied])
    if alone and len(index.story.articles) > 1:
        between = "between" if len(alone) > 1 and not sentences else "for"
        sentences.append(f"No shared origin was found {between} {listed(alone, _NAMES)}.")
    return tuple(sentences)


def _shared(index: Index, origin: Origin) -> str:
    names = [index.outlets[name] for name in index.articles if name in origin.articles]
    head = origin_name(index, origin)
    others = carried(index, origin)
    if origin.first is None and origin.via is None:
        return f"{listed(names, _NAMES)} share wording; which had it first is not known."
    return f"{listed(others, _NAMES)} {'carries' if len(others) == 1 else 'carry'} copy that goes back to {head}."


def _own(index: Index, origins: Sequence[Origin]) -> tuple[str, ...]:
    """One sentence for the outlets that have several articles of which nobody else in the story has a copy."""
    if not origins:
        return ()
    parts = [f"{number(len(origin.articles))} of {origin_name(index, origin)}" for origin in origins]
    each = " each" if len(parts) > 1 else ""
    return (f"{opened(listed(parts, _NAMES))} are texts of one newsroom{each}.",)


def _differences(index: Index) -> tuple[str, ...]:
    count = len({conflict.point or conflict.id for conflict in index.story.conflicts})
    if count:
        return (f"The accounts contradict each other on {counted(count, 'point')}.",)
    if len(index.story.articles) < 2:  # noqa: PLR2004 - one article differs from nobody
        return ()
    differing = sum(point.relation in {"differs", "updated", "other scope"} for point in index.story.points)
    if differing:
        return (f"They differ on {counted(differing, 'point')}; no contradiction was found between them.",)
    return ("No contradiction was found between them.",)
