"""Sources that cannot have said the words they are given: the topic of a headline, a recording of somebody else."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from twosource.extract.attribution.passes.acts import reports_an_act
from twosource.extract.attribution.proposals import Attribution
from twosource.extract.quotations import Quotation
from twosource.extract.sources.cast import Cast
from twosource.extract.sources.descriptions import describe, head_of
from twosource.extract.sources.mentions import Mention
from twosource.extract.sources.refusals import refuses_to_speak
from twosource.extract.sources.source_words import source_words
from twosource.language.resources import load
from twosource.language.tree import Parsed, Tree
from twosource.model import Article, Span

_BODIES: Final = frozenset({"ORG", "NORP"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_TOPIC: Final = "what stands before the colon is a topic, nobody who speaks"
_SEEN: Final = "it shows or plays the words of somebody whom the text does not name safely"
_HEARD: Final = "rule: the one who is seen or heard on the recording"
_FIRST: Final = "rule: the name before a colon"


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """Attributions with unfit sources taken away, whose each quotation is, and why a source was taken away."""

    attributions: list[Attribution]
    owner: list[int | None]
    silent: dict[int, str] = field(default_factory=dict)


def without_unfit(
    article: Article,
    parsed: Parsed,
    cast: Cast,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    owner: Sequence[int | None],
) -> Fitted:
    """Take words away from sources that cannot have said them.

    What stands before a colon in a headline keeps its quotation only if it is a person, a body that the text names
    too, or a noun of somebody who speaks. A recording keeps words in quotation marks only where it is the subject
    of a verb of saying; else they are those of the one person whom its sentence shows, or of nobody.

    Returns:
        The attributions, some without their source, and some more at the end: for a quotation on a recording.
    """
    mouths = _Mouths(article, parsed, cast)
    kept, whose, silent = list(attributions), list(owner), dict[int, str]()
    quoting = {of for quotation, of in zip(quotations, owner, strict=True) if quotation.kind in {"speech", "scare"}}
    for index, attribution in enumerate(attributions):
        if mouths.is_no_report(attribution, quoting=index in quoting):
            kept[index] = replace(attribution, content=())
        elif mouths.is_topic(attribution):
            kept[index] = replace(attribution, source=None)
            silent[index] = _TOPIC
    for index, of in enumerate(owner):
        if of is None or of in silent or not mouths.plays(attributions[of], quotations[index]):
            continue
        heard = mouths.heard(attributions[of], quotations[index])
        outer = quotations[index].outer
        rest = tuple(span for span in kept[of].content if not outer.holds(span))
        at = len(kept) if rest else of
        one = replace(attributions[of], source=heard, content=(outer,), reason=_HEARD if heard else _SEEN)
        if rest:
            kept[of] = replace(kept[of], content=rest)
            kept.append(one)
        else:
            kept[of] = one
        whose[index] = at
        if heard is None:
            silent[at] = _SEEN
    return Fitted(attributions=kept, owner=whose, silent=silent)


class _Mouths:
    """What of an article's nouns has a mouth."""

    def __init__(self, article: Article, parsed: Parsed, cast: Cast) -> None:
        self._article, self._parsed, self._cast = article, parsed, cast
        self._starts = [block.start for block in article.blocks]

    def _tree(self, at: int) -> tuple[int, Tree | None]:
        block = max(0, bisect_right(self._starts, at) - 1)
        return block, self._parsed.trees[block] if block < len(self._parsed.trees) else None

    def is_no_report(self, attribution: Attribution, *, quoting: bool) -> bool:
        """Whether nobody's words are given: behind a label or a refusal to speak, nor unquoted by a topic or an act."""
        if self.is_label(attribution) or refuses_to_speak(self._article.text, attribution.content, attribution.cue):
            return True
        return not quoting and (self.is_topic(attribution) or self.acts(attribution))

    def is_label(self, attribution: Attribution) -> bool:
        """Whether a label and its colon are taken for a speaker ("WATCH: the mayor on the bridge")."""
        source, cue, text = attribution.source, attribution.cue, self._article.text
        labelled = source is not None and source.of(text).strip().lower() in source_words().label
        return labelled and cue is not None and cue.of(text).strip() == ":"

    def acts(self, attribution: Attribution) -> bool:
        """Whether unquoted words tell what somebody did, and nothing that anybody said."""
        cue, source = attribution.cue, attribution.source
        _, tree = self._tree(cue.start) if cue is not None else (0, None)
        rows = tree.rows(cue) if tree is not None and cue is not None else range(0)
        if tree is None or not rows:
            return False
        content = [row for span in attribution.content for row in tree.rows(span)]
        return reports_an_act(tree, rows, content, tree.rows(source) if source is not None else range(0))

    def is_topic(self, attribution: Attribution) -> bool:
        """Whether the source is what a headline is about, and not one who speaks."""
        source, cue = attribution.source, attribution.cue
        if source is None or not (self._is_colon(cue) if cue else attribution.reason.startswith(_FIRST)):
            return False
        if cue is not None and cue.start > source.end:
            source = Span(start=source.start, end=cue.end - 1)  # the words up to the colon, however they were cut
        block, tree = self._tree(source.start)
        if tree is None or self._article.blocks[block].kind == "paragraph":
            return False
        rows = tree.rows(source)
        if not rows:
            return False
        what = describe(tree, rows, self._cast, self._article.text, block)
        if what.person is not None or what.kind == "outlet":
            return False
        name, words = source.of(self._article.text).strip().lower(), source_words()
        listed = words.kind_of(what.noun) is not None or words.kind_of(tree.words[rows[-1]].lower()) is not None
        return not (listed or name in words.seats or name in self._bodies)

    def _is_colon(self, cue: Span) -> bool:
        """Whether a cue is a colon or ends right before one, and no word in it is one of saying ("Quay blast: …")."""
        text = self._article.text
        words = cue.of(text).lower() + (":" if text[cue.end : cue.end + 1] == ":" else "")
        return words.endswith(":") and not set(words.rstrip(":").split()) & set(load("quotation_shapes")["sayings"])

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """Names of bodies in the paragraphs, in lower case."""
        return frozenset(
            tree.span(entity.first, entity.last - 1).of(self._article.text).lower().removeprefix("the ")
            for block, tree in zip(self._article.blocks, self._parsed.trees, strict=False)
            if tree is not None and block.kind == "paragraph"
            for entity in tree.entities
            if entity.label in _BODIES
        )

    def plays(self, attribution: Attribution, quotation: Quotation) -> bool:
        """Whether the source is a recording that does not itself say what stands in the marks."""
        source = attribution.source
        if source is None or quotation.outer.holds(source):
            return False
        _, tree = self._tree(source.start)
        rows = tree.rows(source) if tree is not None else range(0)
        if tree is None or not rows:
            return False
        head = head_of(tree, rows)
        if not self._records(tree, rows, head):
            return False
        verb = tree.heads[head]
        reads = tree.deps[head] in _SUBJECTS and tree.words[verb].lower() in load("quotation_shapes")["sayings"]
        return not (reads and attribution.cue is not None and verb in tree.rows(attribution.cue))

    @staticmethod
    def _records(tree: Tree, rows: range, head: int) -> bool:
        recording = source_words().recording
        return tree.lemmas[head] in recording or tree.words[rows[0]].lower() in recording

    def heard(self, attribution: Attribution, quotation: Quotation) -> Span | None:
        """The one person whom the sentence speaks of between the recording and the quotation."""
        source = attribution.source
        block, tree = self._tree(quotation.outer.start)
        rows = tree.rows(quotation.outer) if tree is not None else range(0)
        if source is None or tree is None or not rows:
            return None
        first = bisect_left(
            self._cast.starts, max(source.end, tree.starts[tree.sentences[tree.sentence_of[rows[0]]][0]])
        )
        last = bisect_left(self._cast.starts, quotation.outer.start)
        found = [m for m in self._cast.mentions[first:last] if m.block == block and _is_somebody(m)]
        who = {(m.person, m.noun) for m in _foremost(tree, found)}
        if len(who) != 1:
            return None
        row = _foremost(tree, found)[0].row
        return tree.span(tree.lefts[row], row)


def _is_somebody(mention: Mention) -> bool:
    return not (mention.thing or mention.owner or mention.quoted)


def _foremost(tree: Tree, mentions: Iterable[Mention]) -> list[Mention]:
    """Those who do something, where somebody does; those who are only spoken of else."""
    kept = list(mentions)
    acting = [m for m in kept if m.subject or tree.deps[m.row] == "dobj"]
    return acting or kept
