"""Checks on what may go back to one text without being counted as one: evidence that is shown, and weighs nothing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz.distance import OSA

from twosource.model import Passage, Statement
from twosource.text.grams import words_of
from twosource.text.reasons import Reason, limited
from twosource.weigh.check_registry import Hit, check
from twosource.weigh.desk import Desk, quoted
from twosource.weigh.fact_order import in_one_order
from twosource.weigh.own import telling_words

_SLIPPED: Final = 3  # words of a quotation that two have but for a slip
_RARE: Final = 6  # words of one that two have alike: shorter ones are heard twice
_MOST: Final = 16  # words: a longer one is a statement or a post that all could read
_FACTS: Final = 8  # of a row that are shown
_TELLING: Final = 8  # words in short runs that say something of this event alone: by chance two reports share a few
_Said = tuple[Statement, tuple[str, ...]]


@check("C120", severity="low")
def may_go_back_to_one_text(desk: Desk) -> Iterator[Hit]:
    """Two articles may go back to one text, which is not counted."""
    yield from _reworded(desk)
    yield from _in_order(desk)
    yield from _quoting(desk)


def _quoting(desk: Desk) -> Iterator[Hit]:
    """A quotation of nobody by name that only two articles have."""
    quoted_words = [(one, words) for one in desk.story.statements if (words := _words(desk, one))]
    unheard = [(one, words) for one, words in quoted_words if one.said and _is_unnamed(desk, one)]
    for one, other in combinations(sorted(unheard, key=lambda told: told[0].id), 2):
        alike = _same_but_for_a_slip(one[1], other[1]) and desk.apart(one[0].article, other[0].article)
        if alike and not _with_a_third(desk, quoted_words, one, other):
            (first, ours), (second, theirs) = ((desk.name(said.article), desk.words(said)) for said, _ in (one, other))
            told = Reason("checks.may_be_one", first=first, one=ours, second=second, other=theirs)
            yield told, (one[0].id, other[0].id)


def _is_unnamed(desk: Desk, statement: Statement) -> bool:
    """Whether somebody is said to have said it, who has no name: what nobody is given for may be a public statement."""
    return statement.source in desk.sources and desk.sources[statement.source].kind == "unnamed"


def _words(desk: Desk, statement: Statement) -> tuple[str, ...]:
    """The words of a quotation, neither short nor long; none of anything else."""
    if statement.kind != "quotation":
        return ()
    text = desk.articles[statement.article].text
    words = tuple(form for span in statement.content for form in words_of(text, span.start, span.end).forms)
    return words if _SLIPPED <= len(words) <= _MOST else ()


def _same_but_for_a_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two are the same, if they are long enough, or but for one word that is a letter away."""
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(differing) > 1:
        return False
    return (
        len(one) >= _RARE if not differing else all(map(str.isalpha, differing[0])) and OSA.distance(*differing[0]) == 1
    )


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
        if count >= _TELLING and desk.apart(*ids) and not shown.issuperset(ids):
            shown.update(ids)
            most = max(held, key=lambda run: (run[0], run[1].id))[1].spans[0]
            words = quoted(most.span.of(desk.articles[most.article].text))
            told = Reason("checks.may_be_reworded", articles=desk.names(ids), words=words, count=count)
            yield told, tuple(passage.id for _, passage in held)


def _in_order(desk: Desk) -> Iterator[Hit]:
    """Two articles that tell what no third account has in one order."""
    for row in in_one_order(desk):
        text = desk.articles[row.articles[0]].text
        facts = limited([Reason("lists.inside", name=place.of(text)) for place, _ in row.facts], _FACTS)
        names = desk.names(row.articles)
        told = Reason("checks.may_be_one_order", articles=names, count=len(row.facts), of=row.sentences, facts=facts)
        yield told, row.figures(desk)


def _with_a_third(desk: Desk, said: Sequence[_Said], one: _Said, other: _Said) -> bool:
    """Whether a third article has the words too, so that they were there for all to hear."""
    outlets = {desk.articles[side[0].article].outlet for side in (one, other)}
    return any(
        desk.articles[statement.article].outlet not in outlets and words in (one[1], other[1])
        for statement, words in said
    )
