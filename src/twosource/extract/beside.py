"""Who stands beside a quotation that no words of saying govern: the subject of its clause, or of the words that lead in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.extract.attributions import Attribution
from twosource.extract.cast import Cast
from twosource.extract.quotations import Quotation
from twosource.model import Article, Span
from twosource.text.tree import Parsed, Tree

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})  # "can be heard saying: …"
_SPEAKING_PRONOUNS = frozenset({"he", "she", "they", "who"})
_HIGHEST = 12  # heads up from a quotation; longer ways lead out of its clause
_SCORE = 0.3
_LONGEST_NAME = 50  # code points before a colon


def speakers_beside(
    article: Article,
    parsed: Parsed,
    cast: Cast,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    owner: Sequence[int | None],
) -> Iterator[tuple[int, Attribution]]:
    """Attributions without a cue, for speech that no other attribution covers.

    Where a name and a colon open the block ("Brook: …"), it speaks. A fragment belongs to who is reported to
    speak earlier in its sentence, else to the nearest subject above it that can speak ("The mayor went after the
    board as 'a club'"); a whole sentence to the subject of the words that lead in with a colon.

    Yields:
        The quotation's index and its attribution.
    """
    reported = _Reported(attributions)
    for index, quotation in enumerate(quotations):
        block = quotation.blocks[0]
        tree = parsed.trees[block]
        if owner[index] is not None or quotation.kind != "speech" or tree is None:
            continue
        found = (
            _named_first(article, tree, block, quotation, cast)
            or _named_last(article, tree, block, quotation, cast)
            or _led_in(tree, block, quotation, cast)
            or reported.before(tree, quotation)
            or _in_clause(tree, block, quotation, cast)
        )
        if found is not None:
            source, reason = found
            yield index, Attribution(cue=None, source=source, content=(quotation.outer,), score=_SCORE, reason=reason)


def with_speaker_outside(
    parsed: Parsed, article: Article, quotations: Sequence[Quotation], attribution: Attribution
) -> Attribution:
    """Nobody is named inside the words that they say: the noun or pronoun next to the cue is, if there is one.

    An attribution whose source stands in a quotation that its cue stands outside of gets the source beside the
    cue, or none.
    """
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return attribution
    starts = [quotation.outer.start for quotation in quotations]
    at = bisect_right(starts, source.start) - 1
    if at < 0 or not quotations[at].outer.holds(source) or quotations[at].outer.holds(cue):
        return attribution
    block = max(0, bisect_right([b.start for b in article.blocks], cue.start) - 1)
    tree = parsed.trees[block]
    rows = tree.rows(cue) if tree is not None else range(0)
    beside: Span | None = None
    if tree is not None and rows and rows[0] > 0:
        row = rows[0] - 1
        outside = tree.starts[row] >= quotations[at].outer.end
        beside = tree.span(row, row) if outside and tree.pos[row] in {"PRON", "PROPN", "NOUN"} else None
    return replace(attribution, source=beside, reason=f"{attribution.reason}; the source is outside the marks")


class _Reported:
    """Attributions by the place of their cue."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._found = sorted(
            (a.cue.start, a.source) for a in attributions if a.cue is not None and a.source is not None
        )
        self._starts = [start for start, _ in self._found]

    def before(self, tree: Tree, quotation: Quotation) -> tuple[Span, str] | None:
        """The source of the last cue in the quotation's sentence before it."""
        rows = tree.rows(quotation.outer)
        if not rows:
            return None
        sentence = tree.starts[tree.sentences[tree.sentence_of[rows[0]]][0]]
        last = bisect_left(self._starts, quotation.outer.start) - 1
        if last < 0 or self._starts[last] < sentence or rows[0] == tree.sentences[tree.sentence_of[rows[0]]][0]:
            return None
        return self._found[last][1], "rule: who is reported to speak in this sentence"


def _in_clause(tree: Tree, block: int, quotation: Quotation, cast: Cast) -> tuple[Span, str] | None:
    rows = tree.rows(quotation.outer)
    head = next((row for row in rows if tree.heads[row] not in rows), None)
    if head is None:
        return None
    row = tree.heads[head]
    for _ in range(_HIGHEST):
        for child in tree.children[row]:
            if tree.deps[child] == "nsubj" and not _holds(tree, child, rows) and _can_speak(tree, block, child, cast):
                return _phrase(tree, child), "rule: the subject of the clause that the quotation stands in"
        if tree.heads[row] == row:
            return None
        row = tree.heads[row]
    return None


def _holds(tree: Tree, row: int, rows: range) -> bool:
    """Whether the phrase under ``row`` reaches into the quotation."""
    return tree.lefts[row] < rows.stop and rows.start <= tree.rights[row]


def _can_speak(tree: Tree, block: int, row: int, cast: Cast) -> bool:
    return tree.words[row].lower() in _SPEAKING_PRONOUNS or (block, row) in cast.at


def _phrase(tree: Tree, row: int) -> Span:
    """A noun with what stands before it and what hangs from it, up to a clause of its own."""
    last = row
    for child in tree.children[row]:
        if child > row and tree.deps[child] in {"prep", "appos", "compound", "flat", "case"}:
            last = max(last, tree.rights[child])
    return tree.span(tree.lefts[row], last)


def _named_first(article: Article, tree: Tree, block: int, quotation: Quotation, cast: Cast) -> tuple[Span, str] | None:
    """A name and a colon at the start of the block: a headline, or a line of a transcript."""
    start = article.blocks[block].start
    colon = article.text.find(":", start, min(quotation.outer.start, start + _LONGEST_NAME))
    if colon < 0:
        return None
    name = Span(start=start, end=colon)
    rows = tree.rows(name)
    if (
        not rows
        or not any((block, row) in cast.at for row in rows)
        or any(tree.pos[row] in {"VERB", "AUX"} for row in rows)
    ):
        return None
    return name, "rule: the name before a colon opens the paragraph"


def _named_last(article: Article, tree: Tree, block: int, quotation: Quotation, cast: Cast) -> tuple[Span, str] | None:
    """A quotation that opens a headline, a colon or dash, and a name ("'We are staying': Brook's plea")."""
    place = article.blocks[block]
    if place.kind != "headline" or quotation.outer.start != place.start:
        return None
    row = bisect_left(tree.starts, quotation.outer.end)
    if row + 1 >= len(tree) or tree.words[row] not in {":", "-", "–", "—"}:
        return None
    named = cast.named_in(Span(start=tree.starts[row + 1], end=place.end))
    if not named or named[0].at.start != tree.starts[row + 1]:
        return None
    return named[0].at, "rule: the name behind the quotation in a headline"


def _led_in(tree: Tree, block: int, quotation: Quotation, cast: Cast) -> tuple[Span, str] | None:
    """The subject of the words before a colon."""
    at = bisect_left(tree.starts, quotation.outer.start) - 1
    if at < 0 or tree.words[at] != ":":
        return None
    first = tree.sentences[tree.sentence_of[at]][0]
    subjects = [row for row in range(first, at) if tree.deps[row] in _SUBJECTS and _can_speak(tree, block, row, cast)]
    return (_phrase(tree, subjects[0]), "rule: the subject of the words that lead in") if subjects else None
