"""An article's traits, read from its text, figures and moments."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from twosource.group.roundups import is_round_up
from twosource.group.traits import Traits
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.model import Findings, Moment
from twosource.settings import Settings
from twosource.text.word_rarity import WORD, hashed, rarity, stem

_LEAD_KINDS: Final = frozenset({"headline", "paragraph", "dateline"})
_LEAD_WORDS: Final = 70
_LEAD_CHARACTERS: Final = 900
_RUN, _KEPT_OF, _MOST_RUNS = 5, 4, 80
_SHOUTED: Final = 0.6
_LOOK_BACK: Final = 3
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_MOST_TIMES: Final = 255
_DAILY: Final = frozenset({"day", "part of day", "hour", "minute"})
_SENTENCE_HEAD: Final = re.compile(r"(?:^|[.!?:“”\"‘])\s{0,2}$")


@dataclass(slots=True)
class _Gathered:
    """What the blocks of an article gave so far, and the words of its language."""

    lexicon: Lexicon
    times: Counter[str] = field(default_factory=Counter)
    shown: dict[str, str] = field(default_factory=dict)
    title: set[str] = field(default_factory=set)
    lead: set[str] = field(default_factory=set)
    capital: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    people: set[str] = field(default_factory=set)
    runs: set[int] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    datelines: list[str] = field(default_factory=list)
    read: int = 0


def traits_of(findings: Findings, settings: Settings) -> Traits:
    """What grouping needs of one article.

    Args:
        findings: The article; its figures and moments are used where there are any.
        settings: ``group_words``.

    Returns:
        Its traits. An article without a word has size 0.
    """
    article = findings.article
    lexicon = lexicon_of(article.language)
    gathered, words = _Gathered(lexicon), lexicon.traits
    for block in article.told_in("headline", "subheading", "paragraph", "caption", "dateline"):
        _take_block(gathered, block.kind, block.span.of(article.text))
    text = "\n".join(gathered.texts)
    head = text[:_LEAD_CHARACTERS]
    day = _day(article.published)
    told = [number for moment in findings.moments if (number := _told(moment)) is not None]
    weight = {word: (times**0.5) * rarity(word) for word, times in gathered.times.items()}
    kept = sorted(sorted(weight, key=lambda word: (-weight[word], word))[: int(settings.group_words)])
    inside = frozenset(kept)
    return Traits(
        article=article.id,
        outlet=article.outlet,
        at=article.published or "",
        day=day,
        size=gathered.times.total(),
        words=tuple(kept),
        times=tuple(min(gathered.times[word], _MOST_TIMES) for word in kept),
        shown=tuple(_POSSESSIVE.sub("", gathered.shown[word]) for word in kept),
        title=tuple(sorted(gathered.title & inside)),
        lead=tuple(sorted(gathered.lead & inside)),
        names=tuple(word for word in kept if gathered.capital[word] > 0 and _is_name(gathered, word)),
        people=tuple(sorted(gathered.people)),
        ages=tuple(sorted({int(next(filter(None, match.groups()))) for match in words.age.finditer(text)})),
        streets=tuple(sorted({_street(match[1]) for match in words.street.finditer(text)})),
        places=_places(text, gathered),
        lead_places=_places(head, gathered),
        weekdays=tuple(sorted({words.weekdays.index(match[0].lower()) for match in words.weekday.finditer(head)})),
        happened=next((number for number in told if day is None or number <= day + 1), None),
        days=tuple(sorted(set(told))),
        counts=_counts(findings),
        round_up=is_round_up(article),
        runs=tuple(sorted(gathered.runs)[:_MOST_RUNS]),
    )


def _take_block(gathered: _Gathered, kind: str, text: str) -> None:
    gathered.texts.append(text)
    if kind == "dateline":
        gathered.datelines.append(text)
    words = list(WORD.finditer(text))
    shouted = sum(match[0][0].isupper() for match in words) > _SHOUTED * len(words)
    before = ""
    for match in words:
        root = stem(match[0], gathered.lexicon.code)
        if root:
            _take_word(gathered, kind, root, match[0])
            if kind != "headline" and not shouted:
                _take_case(gathered, text, match, before)
        before = match[0] if root else ""
    gathered.runs |= set(_runs([match[0].lower() for match in words]))


def _take_word(gathered: _Gathered, kind: str, root: str, word: str) -> None:
    gathered.times[root] += 1
    gathered.shown[root] = word
    if kind == "headline":
        gathered.title.add(root)
    else:
        gathered.read += 1
    if kind in _LEAD_KINDS and gathered.read < _LEAD_WORDS:
        gathered.lead.add(root)


def _runs(words: Sequence[str]) -> Iterator[int]:
    """Numbers of a part of all runs of words: the same in every text that has the run."""
    for row in range(len(words) - _RUN + 1):
        number = hashed(" ".join(words[row : row + _RUN]))
        if number % _KEPT_OF == 0:
            yield number


def _take_case(gathered: _Gathered, text: str, match: re.Match[str], before: str) -> None:
    """Whether the word is a name here: a capital letter, not at the head of a sentence."""
    word, root = match[0], stem(match[0], gathered.lexicon.code)
    if word[0].islower():
        gathered.small[root] += 1
        return
    if not word[0].isupper():
        return
    if not _SENTENCE_HEAD.search(text[max(match.start() - _LOOK_BACK, 0) : match.start()]):
        gathered.capital[root] += 1
    names = gathered.lexicon.names
    if before[:1].isupper() and (before.lower() in names.male or before.lower() in names.female):
        gathered.people.add(f"{stem(before, gathered.lexicon.code)} {root}")


def _is_name(gathered: _Gathered, word: str) -> bool:
    return gathered.capital[word] >= gathered.small[word] and not _tells_time(gathered.lexicon, word)


def _tells_time(lexicon: Lexicon, word: str) -> bool:
    """Whether a word with a capital is a month or a day of the week."""
    return word in lexicon.quantities.months or word in lexicon.traits.weekdays


def _street(name: str) -> str:
    return " ".join(word.lower().strip(".") for word in name.split()[-2:])


def _places(text: str, gathered: _Gathered) -> tuple[str, ...]:
    found = {_place(gathered.lexicon, match[1]) for match in gathered.lexicon.traits.place.finditer(text)}
    found |= {_place(gathered.lexicon, re.split(r"[,(—–-]", dateline)[0]) for dateline in gathered.datelines}
    return tuple(sorted(found - {""}))


def _place(lexicon: Lexicon, name: str) -> str:
    name = re.sub(r"['’]s$", "", name.strip()).strip(".").lower()
    first = name.split()[0] if name else ""
    return "" if not first or _tells_time(lexicon, first) or not stem(first, lexicon.code) else name


def _counts(findings: Findings) -> tuple[tuple[str, float, float], ...]:
    first: dict[str, tuple[float, float]] = {}
    for figure in findings.figures:
        if figure.main and figure.measure:
            first.setdefault(figure.measure, (figure.low, figure.high))
    return tuple((measure, low, high) for measure, (low, high) in sorted(first.items()))


def _told(moment: Moment) -> int | None:
    return _day(moment.earliest) if moment.precision in _DAILY else None


def _day(iso: str | None) -> int | None:
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return None
