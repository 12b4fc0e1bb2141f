"""Sources that cannot have said the words they are given: the topic of a headline, a recording of somebody else."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.extract.attribution.passes.acts import awaits_anybody
from twosource.extract.attribution.passes.attributed import Attributed
from twosource.extract.attribution.passes.refusals import refuses_to_speak
from twosource.extract.attribution.passes.reported import Told, told_as
from twosource.extract.entities.descriptions import describe, head_of
from twosource.extract.entities.mentions import Mention
from twosource.extract.quotations import Quotation
from twosource.language import Tree, labels
from twosource.model import Span
from twosource.text.reasons import Reason

_BODIES: Final = frozenset({labels.ORGANISATION, labels.PEOPLE})
_TOPIC: Final = Reason("attribution.topic")
_SEEN: Final = Reason("attribution.seen")
_HEARD: Final = Reason("attribution.heard")


def no_report(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, with what they tell if not words; those that tell nothing lose their content: labels, refusals, topics, acts; of what they quote nobody speaks."""
    mouths = _Mouths(reading)
    for draft in drafts:
        told = mouths.told_as(draft)
        if told != "nothing":
            yield draft if told == "words" else replace(draft, attitude=told)
        elif not draft.quotations:
            yield replace(draft, content=())


def unfit_source(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts; words are taken away from sources that cannot have said them.

    What stands before a colon in a headline keeps its quotation only if it is a person, a body that the text names
    too, or a noun of somebody who speaks. A recording keeps words in quotation marks only where it is the subject
    of a verb of saying; else they are those of the one person whom its sentence shows, or of nobody.
    """
    mouths = _Mouths(reading)
    for draft in drafts:
        if mouths.is_topic(draft):
            yield replace(draft, source=None, silent=_TOPIC)
        else:
            yield from _without_recording(reading, mouths, draft)


def _without_recording(reading: Reading, mouths: "_Mouths", draft: Draft) -> Iterator[Draft]:
    """A draft, and one more for each quotation that a recording only plays."""
    played = [number for number in draft.quotations if mouths.plays(draft, reading.quotations[number])]
    rest = draft
    for number in played:
        quotation = reading.quotations[number]
        heard = mouths.heard(draft, quotation)
        rest = replace(
            rest,
            content=tuple(span for span in rest.content if not quotation.outer.holds(span)),
            quotations=tuple(other for other in rest.quotations if other != number),
        )
        yield replace(
            draft, source=heard, content=(quotation.outer,), quotations=(number,),
            reason=_HEARD if heard else _SEEN, silent=None if heard else _SEEN,
        )  # fmt: skip
    if rest.content or not played:
        yield rest


class _Mouths:
    """What of an article's nouns has a mouth."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._article, self._cast = reading, reading.article, reading.cast
        self._nouns, self._words = reading.document.lexicon.source_nouns, reading.document.lexicon.quotation_shapes

    def told_as(self, draft: Draft) -> Told:
        """What is told: nothing behind a label, a refusal to speak or an act, nor unquoted by a topic."""
        words, text = self._reading.document.lexicon.attribution, self._article.text
        if self.is_label(draft) or refuses_to_speak(text, draft.content, draft.cue, words):
            return "nothing"
        kinds = {self._reading.quotations[number].kind for number in draft.quotations}
        seen = Attributed.of(self._reading, draft)
        if draft.verbatim or "speech" in kinds:
            return "nothing" if seen is not None and awaits_anybody(seen) else "words"
        if "scare" not in kinds and self.is_topic(draft):
            return "nothing"
        return "words" if seen is None else told_as(seen, draft.score)

    def is_label(self, draft: Draft) -> bool:
        """Whether a label and its colon are taken for a speaker ("WATCH: the mayor on the bridge")."""
        source, cue, text = draft.source, draft.cue, self._article.text
        labelled = source is not None and source.of(text).strip().lower() in self._nouns.label
        return labelled and cue is not None and cue.of(text).strip() == ":"

    def is_topic(self, draft: Draft) -> bool:
        """Whether the source is what a headline is about, and not one who speaks."""
        source, cue = draft.source, draft.cue
        if source is None or not (self._is_colon(cue) if cue else draft.reason.holds("attribution.opens_paragraph")):
            return False
        if cue is not None and cue.start > source.end:
            source = Span(start=source.start, end=cue.end - 1)  # the words up to the colon, however they were cut
        block, tree = self._reading.block_of(source.start), self._reading.tree_of(source)
        rows = tree.rows(source)
        if rows and self._happens(tree, rows):
            return True
        if not rows or self._article.blocks[block].kind == "paragraph":
            return False
        what = describe(tree, rows, self._cast, self._article.text, block)
        if what.person is not None or what.kind == "outlet":
            return False
        name, words = source.of(self._article.text).strip().lower(), self._nouns
        if what.kind == "document" and tree.pos[head_of(tree, rows)] == labels.NAME:
            return True
        listed = words.kind_of(what.noun) is not None or words.kind_of(tree.words[rows[-1]].lower()) is not None
        return not (listed or name in self._reading.document.lexicon.outlets.seats or name in self._bodies)

    def _happens(self, tree: Tree, rows: range) -> bool:
        """Whether the words that open a sentence name what happened, and nobody: "Quay blast", "Boy shot"."""
        stop = next((row for row in rows[1:] if tree.pos[row] == labels.ADPOSITION), rows.stop)
        return tree.lowered[stop - 1] in self._nouns.topic and rows[0] == tree.sentence(rows[0])[0]

    def _is_colon(self, cue: Span) -> bool:
        """Whether a cue is a colon or ends right before one, and no word in it is one of saying ("Quay blast: …")."""
        text = self._article.text
        words = cue.of(text).lower() + (":" if text[cue.end : cue.end + 1] == ":" else "")
        return words.endswith(":") and not set(words.rstrip(":").split()) & self._words.sayings

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """Names of bodies in the paragraphs, in lower case."""
        return frozenset(
            tree.span(entity.first, entity.last - 1).of(self._article.text).lower().removeprefix("the ")
            for block, tree in zip(self._article.blocks, self._reading.document.trees, strict=False)
            if block.kind == "paragraph"
            for entity in tree.entities
            if entity.label in _BODIES
        )

    def plays(self, draft: Draft, quotation: Quotation) -> bool:
        """Whether the source is a recording that does not itself say what stands in the marks."""
        source, recording = draft.source, self._nouns.recording
        tree = self._reading.tree_of(source)
        if source is None or quotation.outer.holds(source) or not tree.rows(source):
            return False
        rows = tree.rows(source)
        head = head_of(tree, rows)
        if tree.lemmas[head] not in recording and tree.lowered[rows[0]] not in recording:
            return False
        verb = tree.heads[head]
        reads = tree.deps[head] in labels.NOMINAL_SUBJECTS and tree.lowered[verb] in self._words.sayings
        return not (reads and draft.cue is not None and verb in tree.rows(draft.cue))

    def heard(self, draft: Draft, quotation: Quotation) -> Span | None:
        """The one person whom the sentence speaks of between the recording and the quotation."""
        source = draft.source
        block, tree = self._reading.block_of(quotation.outer.start), self._reading.tree_of(quotation.outer)
        rows = tree.rows(quotation.outer)
        if source is None or not rows:
            return None
        begins = tree.starts[tree.sentence(rows[0])[0]]
        first = bisect_left(self._cast.starts, max(source.end, begins))
        last = bisect_left(self._cast.starts, quotation.outer.start)
        found = [m for m in self._cast.mentions[first:last] if m.block == block and _is_somebody(m)]
        acting = [m for m in found if m.subject or tree.deps[m.row] == labels.DIRECT_OBJECT]
        foremost = acting or found  # those who do something, where somebody does; those who are only spoken of else
        if len({(m.person, m.noun) for m in foremost}) != 1:
            return None
        return tree.span(tree.lefts[foremost[0].row], foremost[0].row)


def _is_somebody(mention: Mention) -> bool:
    return not (mention.thing or mention.owner or mention.quoted)
