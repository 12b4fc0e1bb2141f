"""The one honest sentence at the head of a story: who carries whose text, names before counts."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from twosource.model import Origin, Retraction
from twosource.present.contested import OF_NAMES, contests
from twosource.present.index import Index
from twosource.present.origins import carried, newsroom, origin_name, set_aside, shared_origins, words_in
from twosource.present.wording import clip, counts_of, span_of_time, told
from twosource.text.carriers import carrier_called
from twosource.text.prose import counted, listed, number, opened

_NAMES = 3
_SEVERAL = 2
_QUARTER = 4
_NAMING = 3  # origins: two that name one agency are told in the list
_CLAIM = 90  # code points of the words that take something back
_ORIGINS = 2  # told in words; the table has all


def lead(index: Index) -> tuple[str, ...]:
    """Two to four sentences: the counts, what goes back to whom, what has no shared origin found, the differences.

    Never says "independent": what was not found is said as not found.
    """
    events = several_events(index)
    head = f"{', '.join(told(counts_of(index.story)))}."
    return (
        head,
        *([f"{events} Group them with --split."] if events else []),
        *taken_back(index),
        *agreement(index),
        *ties(index),
    )


def when(index: Index) -> str:
    """From the earliest article to the latest; that no article says when it appeared, where none does."""
    stamps = sorted(stamp for one in index.story.articles for stamp in (one.published, one.updated) if stamp)
    return span_of_time(stamps[0], stamps[-1]) if stamps else "no dates stated"


def several_events(index: Index) -> str:
    """That the articles look like several events, and what to do; empty where they look like one.

    A stray article is no event, and neither are two of a story of eleven: said only where another event has several
    articles, and a quarter of what the largest has, where no event has half of them, or where each article is alone.
    """
    sizes = sorted((len(event) for event in index.story.events), reverse=True)
    if len(sizes) < _SEVERAL:
        return ""
    second = sizes[1] >= _SEVERAL and sizes[1] * _QUARTER >= sizes[0]
    if not (second or sizes[0] * 2 < sum(sizes) or sizes[0] == 1):
        return ""
    events = sum(size >= _SEVERAL for size in sizes)
    if events < _SEVERAL:
        return f"These articles look like {counted(len(sizes), 'event')}, not one."
    strays = len(sizes) - events
    left = f"; {counted(strays, 'article')} {'fits' if strays == 1 else 'fit'} none of them" if strays else ""
    return f"These articles look like {counted(events, 'event')}, not one{left}."


def ties(index: Index) -> tuple[str, ...]:
    """Who carries whose text, and for whom no shared origin was found; a sentence each, none for a single article."""
    shared = shared_origins(index)
    own = {origin.id: outlet for origin in shared if (outlet := newsroom(index, origin))}
    copied = [origin for origin in shared if origin.id not in own]
    most = _ORIGINS + (len(copied) == _ORIGINS + 1)  # a single one more is told too
    heads = [origin_name(index, origin) for origin in copied[:most]]
    sentences = [
        _shared(index, origin, f"another text of {head}" if head in heads[:row] else head)
        for row, (origin, head) in enumerate(zip(copied, heads, strict=False))
    ]
    sentences += _further(index, copied[most:])
    sentences += _own((own[origin.id], len(origin.articles)) for origin in shared if origin.id in own)
    apart = {place.article for pair in set_aside(index) for passage in pair for place in passage.spans}
    borrowed = _borrowed(index, apart)
    sentences += _alone(index, shared, first=not sentences, whole=" as a whole" if borrowed or apart else "")
    return (*sentences, *_set_aside(index), *_elsewhere(index), *borrowed)


def _set_aside(index: Index) -> tuple[str, ...]:
    """That articles print words of what may be one statement, and that this is not counted; empty where none do."""
    held = set_aside(index)
    names = _outlets(index, {place.article for pair in held for passage in pair for place in passage.spans})
    if len(names) < _SEVERAL:
        return ()
    print_ = f"both print {words_in(held[0])}" if len(held) == 1 else f"print up to {words_in(held[0])}"
    return (
        f"{listed(names, _NAMES)} {print_} words of what may be one statement: one origin for what it says, not for them.",
    )


def _elsewhere(index: Index) -> tuple[str, ...]:
    """The outlet, or agency, that most articles of different origins name as where they have something, where three do."""
    naming: dict[str, list[Origin]] = {}
    for origin in index.origins:
        for name in dict.fromkeys(carrier_called(one, index.language) for one in origin.carriers):
            if name != origin.via:
                naming.setdefault(name, []).append(origin)
    name, origins = max(naming.items(), key=lambda item: (len(item[1]), item[0]), default=("", []))
    if len(origins) < _NAMING:
        return ()
    outlets = [origin_name(index, origin) for origin in origins]
    return (f"{listed(outlets, _NAMES)} name {name} as where they have something.",)


def _alone(index: Index, shared: Iterable[Origin], *, first: bool, whole: str) -> list[str]:
    """That no shared origin was found for the others; nothing where there are none, or the story is one article."""
    tied = {article for origin in shared for article in origin.articles}
    alone = [name for name in index.articles if name in index.origin_of and name not in tied]
    if not alone or len(index.story.articles) <= 1:
        return []
    between = "between" if len(alone) > 1 and first else "for"
    return [f"No shared origin was found {between} {listed(_outlets(index, alone), _NAMES)}{whole}."]


def _further(index: Index, origins: Sequence[Origin]) -> list[str]:
    """Who carries the texts that are not told one by one; nothing for none."""
    if not origins:
        return []
    outlets = _outlets(index, {name for origin in origins for name in carried(index, origin) or origin.articles})
    carry = "carries" if len(outlets) == 1 else "carry"
    return [f"{listed(outlets, _NAMES)} {carry} copy of {counted(len(origins), 'more text')}."]


def _borrowed(index: Index, apart: Collection[str]) -> tuple[str, ...]:
    """One sentence for the statements that articles have from one text without sharing more, but those ``apart`` told of before."""
    origins = [origin for origin in index.story.origins if origin.point and not set(origin.articles) <= set(apart)]
    if not origins:
        return ()
    names = _outlets(index, {name for origin in origins for name in origin.articles})
    claims = counted(len({origin.point for origin in origins}), "claim")
    return (f"{listed(names, _NAMES)} have {claims} from one text{'' if len(origins) == 1 else ' each'}.",)


def _outlets(index: Index, articles: Iterable[str]) -> list[str]:
    """Outlets, each once, with how many of the articles are theirs."""
    times = Counter(index.articles[name].outlet for name in index.articles if name in set(articles))
    return [outlet if count == 1 else f"{outlet} ({number(count)})" for outlet, count in times.items()]


def _shared(index: Index, origin: Origin, head: str) -> str:
    names = _outlets(index, origin.articles)
    if origin.first is None and origin.via is None:
        share = "share" if len(origin.articles) > 1 else "shares"
        return f"{listed(names, _NAMES)} {share} wording; which had it first is not known."
    credited = any(origin.via in one.via for one in index.articles.values() if one.id in origin.articles)
    if len(origin.articles) > 1 and origin.first is None and not credited:
        return f"{listed(names, _NAMES)} share wording, and name {head} as where they have something."
    others = _outlets(index, carried(index, origin))
    name, has, carry = ("names", "it has", "carries") if len(others) == 1 else ("name", "they have", "carry")
    if not credited and not origin.passages:
        return f"{listed(others, _NAMES)} {name} {head} as where {has} something."
    return f"{listed(others, _NAMES)} {carry} copy that goes back to {head}."


def _own(newsrooms: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """One sentence for the outlets that have several articles of which nobody else in the story has a copy."""
    parts = [f"{number(count)} of {outlet}" for outlet, count in newsrooms]
    each = " each" if len(parts) > 1 else ""
    return (f"{opened(listed(parts, _NAMES - 1))} are texts of one newsroom{each}.",) if parts else ()


def taken_back(index: Index) -> tuple[str, ...]:
    """Who took back what was said, in which words, and who still carries it; a sentence for the first two."""
    told = (_taken_back(index, point.retracted) for point in index.story.points if point.retracted)
    return tuple(islice(dict.fromkeys(told), _ORIGINS))


def _taken_back(index: Index, told: Retraction) -> str:
    words = clip(index.words(told.span, told.article), _CLAIM)
    carrying = listed([index.outlets[name] for name in told.carried_by], _NAMES)
    still = f"; {carrying} still {'carries' if len(told.carried_by) == 1 else 'carry'} what was said before"
    by = opened(index.named(told.by))
    # Whom it does not name, the article has not said it itself before: "it was first reported that".
    turned = (
        f"{by} took back what was said" if by else f"{index.outlets[told.article]} tells that something was corrected"
    )
    return f"{turned}: “{words}”{still if carrying else ''}."


def agreement(index: Index) -> tuple[str, ...]:
    """What the accounts contradict each other on, what is denied, what has two names, or that they only differ.

    A sentence each, in this order; nothing for a single article in which nothing is contested.
    """
    found = contests(index)
    torn = len({one.point or one.id for one in found if one.kind == "conflict" and one.what not in OF_NAMES})
    named = sum(one.what in OF_NAMES for one in found)
    answered = sum(one.kind == "denial" for one in found)
    sentences = (
        (torn, f"The accounts contradict each other on {counted(torn, 'claim')}."),
        (answered, f"{opened(counted(answered, 'claim'))} {_are(answered)} denied or disputed."),
        (named, f"{opened(counted(named, 'name'))} {_are(named)} given in two ways."),
    )
    contested = tuple(sentence for count, sentence in sentences if count)
    if torn or len(index.story.articles) < 2:  # noqa: PLR2004 - one article differs from nobody
        return contested
    return (*contested, _not_torn(index, "other " if contested else ""))


def _not_torn(index: Index, other: str) -> str:
    differing = sum(point.relation in {"differs", "updated", "other scope"} for point in index.story.points)
    none = f"o {other}contradiction was found between them."
    return f"The accounts differ on {counted(differing, 'claim')}; n{none}" if differing else f"N{none}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
