"""Who stands beside a quotation that no words of saying govern: the subject of its clause, or of the words that lead in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.extract.attribution.proposals import Attribution
from twosource.extract.quotations import Quotation
from twosource.extract.sources.cast import Cast
from twosource.language.resources import load
from twosource.language.tree import Parsed, Tree
from twosource.model import Article, Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})  # "can be heard saying: …"
_SPEAKING_PRONOUNS = frozenset({"he", "she", "they", "who"})
_NOUN_WORDS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_LONGEST_NOUN = 8  # words of a noun phrase that was not parsed as one
_NEAR = 40  # code points between a quotation and its cue
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
        if owner[index] is not None or quotation.kind not in {"speech", "scare"} or tree is None:
            continue
        found = _named_behind(tree, quotation)
        if found is None and quotation.kind == "speech":
            found = (
                _named_first(article, tree, block, quotation, cast)
                or _named_last(article, tree, block, quotation, cast)
                or _led_in(tree, block, quotation, cast)
                or _saying(tree, block, quotation, cast)
            )
        found = found or reported.before(tree, quotation)
        if found is None and quotation.kind == "speech":
            found = _in_clause(tree, block, quotation, cast)
        if found is not None:
            source, reason = found
            yield index, Attribution(cue=None, source=source, content=(quotation.outer,), score=_SCORE, reason=reason)


def speakers_outside(
    parsed: Parsed, quotations: Sequence[Quotation], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """Attributions whose source stands where a source can stand: nobody is named inside the words that they say.

    An attribution without a source, or whose source stands in a quotation that its cue stands outside of, gets the
    source beside the cue right behind the quotation; else none.
    """
    starts = [quotation.outer.start for quotation in quotations]
    found: list[Attribution] = []
    for attribution in attributions:
        near = _misplaced(quotations, starts, attribution)
        tree = parsed.trees[near.blocks[-1]] if near is not None else None
        if near is None or tree is None:
            found.append(attribution)
            continue
        beside = _named_behind(tree, near)
        reason = f"{attribution.reason}; {beside[1]}" if beside else attribution.reason
        found.append(replace(attribution, source=beside[0] if beside else None, reason=reason))
    return found


def whole_quotations(quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> list[Attribution]:
    """Attributions whose content takes a quotation whole where it is nothing but a part of one, its cue outside of it."""
    spoken = [quotation.outer for quotation in quotations if quotation.kind == "speech"]
    starts = [outer.start for outer in spoken]
    found: list[Attribution] = []
    for attribution in attributions:
        content: dict[Span, None] = {}
        for span in attribution.content:
            at = bisect_right(starts, span.start) - 1
            outer = spoken[at] if at >= 0 else None
            cue = attribution.cue
            inside = outer is not None and outer.holds(span) and cue is not None and not outer.overlaps(cue)
            content[outer if inside and outer is not None else span] = None
        whole = tuple(sorted(content))
        found.append(replace(attribution, content=whole) if whole != attribution.content else attribution)
    return found


def _misplaced(quotations: Sequence[Quotation], starts: Sequence[int], attribution: Attribution) -> Quotation | None:
    """The quotation before the cue of an attribution that has no source, or has it inside that quotation."""
    source, cue = attribution.source, attribution.cue
    if cue is None or not quotations:
        return None
    near = quotations[max(0, bisect_right(starts, cue.start if source is None else source.start) - 1)]
    if source is not None:
        return near if near.outer.holds(source) and not near.outer.holds(cue) else None
    said = any(near.outer.overlaps(span) for span in attribution.content)
    return near if said and 0 <= cue.start - near.outer.end <= _NEAR else None


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


def _named_behind(tree: Tree, quotation: Quotation) -> tuple[Span, str] | None:
    """A noun and a verb of saying, or the verb and the noun, right behind the quotation."""
    row = bisect_left(tree.starts, quotation.outer.end)
    while row < len(tree) and tree.words[row].lower() in {",", ".", "’", "'", '"', "as"}:
        row += 1
    said = beside_verb(tree, row)
    return (said, "rule: a verb of saying right behind the quotation") if said is not None else None


def beside_verb(tree: Tree, row: int) -> Span | None:
    """The noun phrase of "Brook said" or "said Brook" that starts at ``row``; None for anything else."""
    sayings = load("quotation_shapes")["sayings"]
    if row >= len(tree):
        return None
    if tree.words[row].lower() in sayings:
        last = _noun_phrase(tree, row + 1)
        return tree.span(row + 1, last) if last is not None else None
    last = _noun_phrase(tree, row)
    behind = last + 1 if last is not None else len(tree)
    if last is None or behind >= len(tree) or tree.words[behind].lower() not in sayings:
        return None
    return tree.span(row, last)


def _noun_phrase(tree: Tree, row: int) -> int | None:
    """The last row of the noun phrase that starts at ``row``; None where none does."""
    if row < len(tree) and tree.words[row].lower() in {"he", "she", "they"}:
        return row
    last = row
    while last < len(tree) and last - row < _LONGEST_NOUN and tree.pos[last] in _NOUN_WORDS:
        last += 1
    return last - 1 if last > row and tree.pos[last - 1] in {"NOUN", "PROPN"} else None


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


def _saying(tree: Tree, block: int, quotation: Quotation, cast: Cast) -> tuple[Span, str] | None:
    """The subject of what "saying" hangs from, right before the quotation ("was heard saying 'we should go'")."""
    row = bisect_left(tree.starts, quotation.outer.start) - 1
    while row >= 0 and tree.words[row] in {",", ":", "that"}:
        row -= 1
    if row < 0 or tree.tags[row] != "VBG" or tree.words[row].lower() not in load("quotation_shapes")["sayings"]:
        return None
    for _ in range(_HIGHEST):
        for child in tree.children[row]:
            if child < row and tree.deps[child] in _SUBJECTS and _can_speak(tree, block, child, cast):
                return _phrase(tree, child), "rule: the subject of the words of saying before the quotation"
        if tree.heads[row] == row:
            return None
        row = tree.heads[row]
    return None
