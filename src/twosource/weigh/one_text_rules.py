"""Checks on what may go back to one text without being counted as one: evidence that is shown, and weighs nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz.distance import OSA

from twosource.model import Passage, Statement
from twosource.text.grams import words_of
from twosource.text.reasons import Reason
from twosource.weigh.check_registry import Hit, check
from twosource.weigh.desk import Desk, quoted
from twosource.weigh.own import telling_words

_SLIPPED: Final = 3  # words of a quotation that two have but for a slip
_RARE: Final = 6  # words of one that two have alike: shorter ones are heard twice
_MOST: Final = 16  # words: a longer one is a statement or a post that all could read
_TELLING: Final = 8  # words in short runs that say something of this event alone: by chance two reports share a few
_Said = tuple[Statement, tuple[str, ...]]


@check("C120", severity="low")
def may_go_back_to_one_text(desk: Desk) -> Iterator[Hit]:
    """Two articles may go back to one text, which is not counted: only they have a quotation of nobody by name, or they share runs of words that few reports have."""
    yield from _reworded(desk)
    said = [(statement, words) for statement in desk.story.statements if (words := _unheard(desk, statement))]
    for one, other in _alike(said):
        if _apart(desk, one[0].article, other[0].article) and not _with_a_third(desk, said, one, other):
            first, second = (desk.name(side[0].article) for side in (one, other))
            told_words = [desk.words(side[0]) for side in (one, other)]
            told = Reason("checks.may_be_one", first=first, one=told_words[0], second=second, other=told_words[1])
            yield told, (one[0].id, other[0].id)


def _unheard(desk: Desk, statement: Statement) -> tuple[str, ...]:
    """The words of a quotation of nobody by name, who told it to no public; none of anything else."""
    source = desk.sources.get(statement.source or "")
    if statement.kind != "quotation" or not statement.said or (source is not None and source.kind != "unnamed"):
        return ()
    text = desk.articles[statement.article].text
    words = tuple(form for span in statement.content for form in words_of(text, span.start, span.end).forms)
    return words if _SLIPPED <= len(words) <= _MOST else ()


def _alike(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Quotations that are the same, if they are long enough, or but for one word that is a letter away."""
    found: dict[tuple[str, str], tuple[_Said, _Said]] = {}
    for held in _without_one_word(said).values():
        for one, other in combinations(held, 2):
            if _same_but_for_a_slip(one[1], other[1]):
                found[one[0].id, other[0].id] = (one, other)
    yield from (found[ids] for ids in sorted(found))


def _without_one_word(said: Sequence[_Said]) -> Mapping[tuple[int, tuple[str, ...]], list[_Said]]:
    """Quotations by what is left of them without one of their words."""
    found: dict[tuple[int, tuple[str, ...]], list[_Said]] = defaultdict(list)
    for statement, words in sorted(said, key=lambda told: told[0].id):
        for row in range(len(words)):
            found[row, words[:row] + words[row + 1 :]].append((statement, words))
    return found


def _same_but_for_a_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if not differing:
        return len(one) >= _RARE
    first, second = differing[0]
    return first.isalpha() and second.isalpha() and OSA.distance(first, second) == 1


def _reworded(desk: Desk) -> Iterator[Hit]:
    """Two articles that share short runs, none of them called copied, with more telling words than chance gives.

    The strongest pairs first, and of many that share one text each article once.
    """
    runs: dict[tuple[str, str], list[tuple[int, Passage]]] = defaultdict(list)
    for passage in desk.story.passages:
        if passage.kind == "copied" and passage.rejected:
            one, other = (telling_words(desk.articles[place.article], place.span) for place in passage.spans)
            runs[passage.spans[0].article, passage.spans[1].article].append(((one & other).total(), passage))
    shown: set[str] = set()
    for ids, held in sorted(runs.items(), key=lambda pair: (-sum(telling for telling, _ in pair[1]), pair[0])):
        count = sum(telling for telling, _ in held)
        if count >= _TELLING and _apart(desk, *ids) and not shown.issuperset(ids):
            shown.update(ids)
            most = max(held, key=lambda run: (run[0], run[1].id))[1].spans[0]
            words = quoted(most.span.of(desk.articles[most.article].text))
            told = Reason("checks.may_be_reworded", articles=desk.names(ids), words=words, count=count)
            yield told, tuple(passage.id for _, passage in held)


def _apart(desk: Desk, one: str, other: str) -> bool:
    """Whether two articles, by their ids, are two outlets' and no origin of whole articles joins them already."""
    left, right = desk.articles[one], desk.articles[other]
    joined = any({left.id, right.id} <= set(origin.articles) for origin in desk.story.origins if origin.point is None)
    return left.outlet != right.outlet and not joined


def _with_a_third(desk: Desk, said: Sequence[_Said], one: _Said, other: _Said) -> bool:
    """Whether a third article has the words too, so that they were there for all to hear."""
    outlets = {desk.articles[side[0].article].outlet for side in (one, other)}
    return any(
        desk.articles[statement.article].outlet not in outlets and words in (one[1], other[1])
        for statement, words in said
    )
