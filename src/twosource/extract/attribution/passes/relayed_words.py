"""Words that one source relays from another: "A quoted B as saying", "…, he says, according to A"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.language import Clause, Row, Tree, labels
from twosource.model import Span
from twosource.text.reasons import Reason

_SCORE: Final = 0.9
_REASON: Final = Reason("attribution.quoted_by_another")
_INSIDE: Final = Reason("attribution.in_what_another_reports")


def quoted_as_saying(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts; words that A quotes B as saying are B's, relayed by A. What else was read of the same words goes."""
    found = [pair for _, tree in reading.document.parsed.blocks for pair in _in_tree(reading, tree)]
    for draft in drafts:
        if not any(quoting.overlaps(draft.cue) for quoting, _ in found):
            yield draft
    yield from (draft for _, draft in found)


def _in_tree(reading: Reading, tree: Tree) -> Iterator[tuple[Span, Draft]]:
    """From each verb of quoting to its "saying", and what is said."""
    words = reading.document.lexicon.attribution
    for row in tree.all_rows:
        quotes = tree.lemmas[row] in words.quoting and tree.pos[row] == labels.VERB
        saying = _as_saying(reading, tree, row) if quotes else None
        draft = _draft(tree, Clause(tree, row), saying) if saying is not None else None
        if draft is not None and saying is not None:
            yield tree.span(row, saying), draft


def _as_saying(reading: Reading, tree: Tree, row: Row) -> Row | None:
    """The "saying" of "quoted B as saying"; None where nothing of the kind hangs from the verb."""
    words, saying_verbs = reading.document.lexicon.attribution, reading.document.lexicon.frames.say
    behind = next((c for c in tree.children[row] if c > row and tree.lemmas[c] in words.quoting_as), None)
    saying = tree.child(behind, labels.PREPOSED_CLAUSE)
    return saying if tree.lemma(saying) in saying_verbs else None


def _draft(tree: Tree, quoting: Clause, saying: Row) -> Draft | None:
    """Who is quoted, what they say up to the sentence's end, and who quotes them."""
    quoted, relayer = (quoting.subject, quoting.agent) if quoting.is_passive else (quoting.object, quoting.subject)
    last = Row(tree.sentence(saying)[1] - 1)
    first = Row(saying + 1)
    while first < last and (tree.words[first] in _JOINING or tree.deps[first] == labels.MARKER):
        first = Row(first + 1)
    if quoted is None or first > last or quoted.row > saying:
        return None
    source = quoted.named_span
    content = Span(start=tree.starts[first], end=_end(tree, last))
    return Draft(
        cue=tree.span(saying, saying), source=source, content=(content,), score=_SCORE, reason=_REASON,
        relayer=None if relayer is None else relayer.span,
    )  # fmt: skip


_JOINING: Final = frozenset({",", ":"})


def _end(tree: Tree, last: Row) -> int:
    return tree.starts[last] if tree.words[last] == "." else tree.ends[last]


def speaker_inside(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts; where what one reports is itself said by another (“…,” he says, according to A), it is the inner one's.

    The inner speaker gets the quotations; the outer one relays them.
    """
    relayed: dict[Span, Span | None] = {}
    kept: list[Draft] = []
    for draft in drafts:
        inner = _speaking(reading, draft)
        known = inner is not None and any(inner.overlaps(other.cue) for other in drafts)
        if inner is None:
            kept.append(draft)
        elif known:
            relayed[inner] = draft.source
        else:
            kept.append(_of_inner(reading, draft, inner))
    for draft in kept:
        relayer = next((who for cue, who in relayed.items() if cue.overlaps(draft.cue)), None)
        yield draft if relayer is None else replace(draft, relayer=relayer)


def _of_inner(reading: Reading, draft: Draft, inner: Span) -> Draft:
    tree = reading.tree_of(inner)
    subject = Clause(tree, Row(tree.rows(inner)[0])).subject
    said = tuple(span for span in reading.spoken_in(draft) if not span.overlaps(inner))
    if subject is None or not said:
        return draft
    return replace(draft, cue=inner, source=subject.span, content=said, relayer=draft.source, reason=_INSIDE)


def _speaking(reading: Reading, draft: Draft) -> Span | None:
    """A verb of saying with a subject of its own that stands in a draft's content outside of quotation marks."""
    cue, inside = draft.cue, reading.spoken_in(draft)
    if cue is None or draft.source is None or not inside:
        return None
    for span in draft.content:
        tree = reading.tree_of(span)
        said = _sayings_in(reading, tree, span, inside)
        place = next((place for place in said if not cue.overlaps(place)), None)
        if place is not None:
            return place
    return None


def _sayings_in(reading: Reading, tree: Tree, span: Span, inside: Sequence[Span]) -> Iterator[Span]:
    """The verbs of saying in a stretch whose subject stands behind one of the quotations in it."""
    saying = reading.document.lexicon.frames.say
    for row in tree.rows(span):
        own = tree.child(row, *labels.SUBJECTS) if tree.pos[row] == labels.VERB and tree.lemmas[row] in saying else None
        if own is None or tree.ends[row] > span.end:
            continue
        place = tree.span(row, row)
        behind = any(tree.starts[own] >= quoted.end for quoted in inside)
        if behind and not any(quoted.overlaps(place) for quoted in inside):
            yield place
