"""Who stands beside a quotation that no words of saying govern: the subject of its clause, or of the words that lead in."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading, owners_of
from twosource.extract.quotations import Quotation
from twosource.language import Row, Tree, labels
from twosource.language.clause import subject_of
from twosource.model import Span
from twosource.text.reasons import Reason

_SUBJECTS = frozenset(labels.NOMINAL_SUBJECTS)  # "can be heard saying: …"
_NOUN_WORDS = frozenset({labels.DETERMINER, labels.ADJECTIVE, labels.NOUN, labels.NAME, labels.NUMERAL})
_LONGEST_NOUN = 8  # words of a noun phrase that was not parsed as one
_HIGHEST = 12  # heads up from a quotation; longer ways lead out of its clause
_SCORE = 0.3
_LONGEST_NAME = 50  # code points before a colon


def adjacent_speaker(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one without a cue for each quotation that is nobody's yet and has a speaker beside it.

    Where a name and a colon open the block ("Brook: …"), it speaks. A fragment belongs to who is reported to
    speak earlier in its sentence, else to the nearest subject above it that can speak ("The mayor went after the
    board as 'a club'"); a whole sentence to the subject of the words that lead in with a colon.
    """
    yield from drafts
    reported = _Reported(drafts)
    for number, owner in enumerate(owners_of(reading, drafts)):
        quotation = reading.quotations[number]
        tree = reading.document.trees[quotation.blocks[0]]
        if owner is not None or quotation.kind not in {"speech", "scare"}:
            continue
        found = _speaker(reading, tree, quotation, reported)
        if found is not None:
            source, reason = found
            yield Draft(
                cue=None, source=source, content=(quotation.outer,), score=_SCORE, reason=reason, quotations=(number,)
            )


def _speaker(reading: Reading, tree: Tree, quotation: Quotation, reported: "_Reported") -> tuple[Span, Reason] | None:
    """Who stands beside a quotation: the first of the rules that finds somebody."""
    speech = quotation.kind == "speech"
    found = named_behind(tree, quotation)
    if found is None and speech:
        found = next((who for rule in _BESIDE if (who := rule(reading, tree, quotation)) is not None), None)
    found = found or reported.before(tree, quotation)
    return _in_clause(reading, tree, quotation) if found is None and speech else found


class _Reported:
    """Drafts by the place of their cue."""

    def __init__(self, drafts: Drafts) -> None:
        self._found = sorted((a.cue.start, a.source) for a in drafts if a.cue is not None and a.source is not None)
        self._starts = [start for start, _ in self._found]

    def before(self, tree: Tree, quotation: Quotation) -> tuple[Span, Reason] | None:
        """The source of the last cue in the quotation's sentence before it; of a fragment only where it hangs from a word of saying."""
        rows = tree.rows(quotation.outer)
        opens = tree.sentence(rows[0])[0] if rows else 0
        last = bisect_left(self._starts, quotation.outer.start) - 1
        if not rows or rows[0] == opens or last < 0 or self._starts[last] < tree.starts[opens]:
            return None
        if quotation.kind == "scare" and not _is_said(tree, rows):
            return None
        return self._found[last][1], Reason("attribution.reported_here")


def _is_said(tree: Tree, rows: range) -> bool:
    """Whether ``rows`` hang from a word of saying, at whatever distance."""
    head = next((row for row in rows if tree.heads[row] not in rows), None)
    above = () if head is None else _above(tree, tree.heads[head])
    return any(tree.lemmas[row] in tree.lexicon.frames.say for row in above)


def _in_clause(reading: Reading, tree: Tree, quotation: Quotation) -> tuple[Span, Reason] | None:
    rows = tree.rows(quotation.outer)
    head = next((row for row in rows if tree.heads[row] not in rows), None)
    if head is None:
        return None
    for row in _above(tree, tree.heads[head]):
        for child in tree.children[row]:
            held = tree.lefts[child] < rows.stop and rows.start <= tree.rights[child]
            subject = tree.deps[child] == labels.NOMINAL_SUBJECT and not held
            if subject and _can_speak(reading, tree, quotation, child):
                return _phrase(tree, child), Reason("attribution.subject_of_clause")
    return None


def _above(tree: Tree, row: int) -> Iterator[int]:
    """A token and those that it hangs from, outwards."""
    for _ in range(_HIGHEST):
        yield row
        if tree.heads[row] == row:
            return
        row = tree.heads[row]


def _can_speak(reading: Reading, tree: Tree, quotation: Quotation, row: int) -> bool:
    return tree.lowered[row] in tree.lexicon.pronouns.speaking or (quotation.blocks[0], row) in reading.cast.at


def _phrase(tree: Tree, row: int) -> Span:
    """A noun with what stands before it and what hangs from it, up to a clause of its own."""
    behind = (child for child in tree.children[row] if child > row and tree.deps[child] in _IN_PHRASE)
    return tree.span(tree.lefts[row], max([row, *(tree.rights[child] for child in behind)]))


_IN_PHRASE: Final = frozenset({labels.PREPOSITION, labels.APPOSITION, labels.COMPOUND, *labels.PARTS_OF_NAMES})


def named_behind(tree: Tree, quotation: Quotation) -> tuple[Span, Reason] | None:
    """A noun and a verb of saying, or the verb and the noun, right behind the quotation."""
    row = bisect_left(tree.starts, quotation.outer.end)
    while tree.word(row) in {",", ".", "’", "'", '"', "as"}:
        row += 1
    said = beside_verb(tree, row)
    return (said, Reason("attribution.verb_behind")) if said is not None else None


def beside_verb(tree: Tree, row: int) -> Span | None:
    """The noun phrase of "Brook said" or "said Brook" that starts at ``row``; None for anything else."""
    sayings = tree.lexicon.quotation_shapes.sayings
    first = row + (tree.word(row) in sayings)
    last = _noun_phrase(tree, first)
    if last is None or (first == row and tree.word(last + 1) not in sayings):
        return None
    return tree.span(first, last)


def _noun_phrase(tree: Tree, row: int) -> int | None:
    """The last row of the noun phrase that starts at ``row``; None where none does."""
    if tree.word(row) in tree.lexicon.pronouns.saying:
        return row
    last, sayings = row, tree.lexicon.quotation_shapes.sayings
    while last - row < _LONGEST_NOUN and tree.part(last) in _NOUN_WORDS and tree.word(last) not in sayings:
        last += 1
    return last - 1 if last > row and tree.pos[last - 1] in labels.NOUNS else None


def _named_first(reading: Reading, tree: Tree, quotation: Quotation) -> tuple[Span, Reason] | None:
    """A name and a colon at the start of the block: a headline, or a line of a transcript."""
    block = quotation.blocks[0]
    start = reading.article.blocks[block].start
    colon = reading.text.find(":", start, min(quotation.outer.start, start + _LONGEST_NAME))
    if colon < 0:
        return None
    name = Span(start=start, end=colon)
    rows = tree.rows(name)
    named = any((block, row) in reading.cast.at for row in rows)
    label = name.of(reading.text).strip().lower() in tree.lexicon.source_nouns.label
    if not named or label or any(tree.pos[row] in labels.VERBAL for row in rows):
        return None
    return name, Reason("attribution.opens_paragraph")


def _named_last(reading: Reading, tree: Tree, quotation: Quotation) -> tuple[Span, Reason] | None:
    """A quotation that opens a headline, a colon or dash, and a name ("'We are staying': Brook's plea")."""
    place = reading.article.blocks[quotation.blocks[0]]
    if place.kind != "headline" or quotation.outer.start != place.start:
        return None
    row = bisect_left(tree.starts, quotation.outer.end)
    if row + 1 >= len(tree) or tree.words[row] not in {":", "-", "–", "—"}:
        return None
    named = reading.cast.named_in(Span(start=tree.starts[row + 1], end=place.end))
    if not named or named[0].at.start != tree.starts[row + 1]:
        return None
    return named[0].at, Reason("attribution.name_behind")


def _led_in(reading: Reading, tree: Tree, quotation: Quotation) -> tuple[Span, Reason] | None:
    """The subject of the words before a colon."""
    at = bisect_left(tree.starts, quotation.outer.start) - 1
    if tree.word(at) != ":":
        return None
    first = tree.sentence(at)[0]
    saying_verbs = reading.document.lexicon.frames.say
    saying = [Row(row) for row in range(first, at) if tree.pos[row] == labels.VERB and tree.lemmas[row] in saying_verbs]
    of_saying = subject_of(tree, saying[-1]) if saying else None
    subjects = [row for row in range(first, at) if tree.deps[row] in _SUBJECTS]
    # "As the prisoner is led away, a woman is heard saying": who says it, else whom the sentence is about.
    # Those of clauses that only say when or why come last.
    subjects = sorted(subjects, key=lambda row: tree.deps[tree.heads[row]] == labels.ADVERBIAL)
    ranked = [*([of_saying] if of_saying is not None else []), *subjects]
    speaking = next((row for row in ranked if _can_speak(reading, tree, quotation, row)), None)
    return None if speaking is None else (_phrase(tree, speaking), Reason("attribution.leads_in"))


_BESIDE: Final = (_named_first, _named_last, _led_in)
"""Asked in this order, for whole sentences in quotation marks; the first that finds somebody decides."""
