"""What an article says in its own words, and how much of that others have too."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from twosource.language.lexicon import lexicon_of
from twosource.model import Article, Findings, Passage, Span
from twosource.text.carriers import carrier_called, names_outlet, others_named, told_in_full
from twosource.text.formulas import formula_spans
from twosource.text.grams import function_words, words_of
from twosource.text.publication import first_of_same_words
from twosource.text.quoted import quoted_spans

_HEAD = 0.2  # of a text
_LEAD = 300  # code points: the headline and what follows it
_MOST_HEAD = 0.4  # of a short text: what stands in its last sentence is a detail there too
_CUE = 40  # code points before a name: what the name is of


@dataclass(frozen=True, kw_only=True)
class Own:
    """The words of an article's journalism: all of them, folded, and where those outside quotations and formulas begin.

    ``telling`` has those of them that say something of this event alone: neither names, numbers and function words nor what
    stands in the reports of any; each with the code point where it begins. ``carriers`` are the outlets that the article
    names as where it has things from, each with the code point of the first time.
    """

    findings: Findings
    forms: tuple[str, ...]
    places: tuple[int, ...]
    telling: tuple[tuple[int, str], ...]
    carriers: Mapping[str, int]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.findings.article.id

    @property
    def language(self) -> str:
        """The code of the language that it is in."""
        return self.findings.article.language

    @cached_property
    def called(self) -> frozenset[str]:
        """The carriers, each by the one name that we have for it."""
        return frozenset(carrier_called(name, self.language) for name in self.carriers)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The telling words, each once."""
        return frozenset(form for _, form in self.telling)

    @property
    def time(self) -> tuple[str, tuple[str, ...], tuple[str, bool, tuple[str, ...], str]]:
        """What articles are sorted by: at one time by their words, so that a verbatim copy stands where its model stood."""
        article = self.findings.article
        return article.published or "9999", self.forms, first_of_same_words(article)

    def has_from(self, other: "Own") -> bool:
        """Whether it names the other's outlet as where it has something: one that saw a paper, or was the first, heard nobody for it."""
        end, outlet = len(self.findings.article.text), other.findings.article.outlet
        return any(place < end and names_outlet(name, outlet, self.language) for name, place in self.carriers.items())

    def told(self, span: Span) -> Counter[str]:
        """The telling words in ``span``, each as often as it stands there."""
        first, last = (bisect_left(self.telling, (place, "")) for place in (span.start, span.end))
        return Counter(form for _, form in self.telling[first:last])

    def held(self, spans: Iterable[Span]) -> int:
        """How many own words stand in ``spans``."""
        total, reached = 0, 0
        for span in sorted(spans):
            start = max(span.start, reached)
            if start < span.end:
                total += bisect_left(self.places, span.end) - bisect_left(self.places, start)
                reached = span.end
        return total


def own_words(findings: Findings, outlets: Collection[str] = ()) -> Own:
    """Read an article's own words, in a story of these outlets. Without blocks the whole text is its journalism."""
    article = findings.article
    blocks = article.told_in("headline", "subheading", "paragraph")
    stretches = [block.span for block in blocks] or ([] if article.blocks else [Span(start=0, end=len(article.text))])
    taken = list(quoted_spans(findings, blocks))
    forms: list[str] = []
    places: list[int] = []
    for stretch in stretches:
        words = words_of(article.text, stretch.start, stretch.end)
        forms.extend(words.forms)
        places.extend(words.starts)
        taken.extend(formula_spans(article.text, words, stretch.start, stretch.end, article.language))
    kept = tuple(_outside(places, taken))
    telling = tuple(_telling(article, dict(zip(places, forms, strict=True)), kept))
    carriers = _carriers(article, stretches, outlets)
    return Own(findings=findings, forms=tuple(forms), places=kept, telling=telling, carriers=carriers)


def _telling(article: Article, forms: Mapping[int, str], places: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The words at ``places`` that say something of this event alone."""
    light = _said_of_any_event(article.language)
    for place in places:
        if article.text[place].islower() and forms[place] not in light:
            yield place, forms[place]


def telling_words(article: Article, span: Span) -> Counter[str]:
    """The words of a stretch that say something of this event alone, quotations among them."""
    words = words_of(article.text, span.start, span.end)
    return Counter(
        form for _, form in _telling(article, dict(zip(words.starts, words.forms, strict=True)), words.starts)
    )


@cache
def _said_of_any_event(language: str) -> frozenset[str]:
    """Function words, and those that stand in reports of all kinds."""
    return function_words(language) | lexicon_of(language).formulas.everyday


def _carriers(article: Article, stretches: Iterable[Span], outlets: Collection[str]) -> dict[str, int]:
    """Outlets that an article's journalism names as carriers, in full where it has a longer form too; not its own.

    Captions are left out: "via AP" there is about a picture. One whose report came before what the article tells, or who
    was the first with one thing of it, counts as named at its end.
    """
    named = [one for stretch in stretches for one in others_named(article, outlets, stretch.start, stretch.end)]
    full = told_in_full(one.name for one in named)
    words = lexicon_of(article.language).carriers
    places: dict[str, int] = {}
    for one in named:
        came_before = words.background.search(article.text, max(0, one.start - _CUE), one.start)
        aside = came_before or words.first_with.search(article.text, one.start, one.end + _CUE)
        place = len(article.text) if aside else one.start
        places[full[one.name]] = min(place, places.get(full[one.name], place))
    return places


def leading_carriers(own: Own) -> list[str]:
    """Carriers that an article names near its head: there stands where the piece is from, further down where a detail is."""
    length = len(own.findings.article.text)
    head = max(_HEAD * length, min(_LEAD, _MOST_HEAD * length))
    return [name for name, place in own.carriers.items() if place < head]


def _outside(places: list[int], taken: Iterable[Span]) -> list[int]:
    kept, spans, reached = [], sorted(taken, reverse=True), -1
    for place in sorted(places):
        while spans and spans[-1].start <= place:
            reached = max(reached, spans.pop().end)
        if place >= reached:
            kept.append(place)
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two articles share in copied passages: own words in common, and their share of each article's own words.

    ``runs`` has, for each passage, how alike its two places are and how many own words it holds.
    """

    words: int
    of_one: float
    of_other: float
    passages: tuple[Passage, ...]
    runs: tuple[tuple[float, int], ...] = ()

    @property
    def earlier(self) -> str | None:
        """The article that had it first."""
        named = {passage.earlier for passage in self.passages if passage.earlier}
        return named.pop() if len(named) == 1 else None


def shared_words(owns: Mapping[str, Own], passages: Iterable[Passage]) -> dict[tuple[str, str], Shared]:
    """What each two articles share, by their ids, the smaller first; two that share nothing copied are absent."""
    between: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.is_copied:
            between[passage.spans[0].article, passage.spans[1].article].append(passage)
    found = {}
    for (one, other), held in sorted(between.items()):
        ours, theirs = (owns[i].held(p.spans[side].span for p in held) for side, i in enumerate((one, other)))
        found[one, other] = Shared(
            words=min(ours, theirs),
            of_one=ours / max(len(owns[one].places), 1),
            of_other=theirs / max(len(owns[other].places), 1),
            passages=tuple(held),
            runs=tuple((p.ratio, min(owns[place.article].held([place.span]) for place in p.spans)) for p in held),
        )
    return found
