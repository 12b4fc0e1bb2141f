"""Wording that the articles of a story share: found, aligned, verified and told apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.corrections import corrections
from twosource.compare.passages.alignment import Stretch, align
from twosource.compare.passages.direction import NOT_COPIED, Direction, Sharing, earlier
from twosource.compare.passages.kinds import Judgement, judge, marked_by_hand
from twosource.compare.passages.readings import Reading, read
from twosource.compare.passages.releases import each_may_have_it, may_be_released, with_releases
from twosource.compare.passages.seeds import Run, find_runs
from twosource.compare.passages.sentences import only_rare
from twosource.model import Edit, Findings, Passage, Place, content_id
from twosource.settings import Settings
from twosource.text.publication import first_of_same_words
from twosource.text.reasons import Reason, joined
from twosource.text.story_language import language_of


def find_passages(
    findings: tuple[Findings, ...], settings: Settings, edits: Sequence[Edit] = ()
) -> tuple[Passage, ...]:
    """Find the wording that each two articles share.

    Runs of the same words are the seeds; around them the articles are aligned word by word, and each alignment is
    verified by itself. Cost grows with the words of the story, not with the pairs of its articles: articles with the
    very same words are looked at once, and wording that many hold is compared with the first few that have it.

    Args:
        findings: The story's articles, sources joined across them. Their order changes nothing.
        settings: All that begins with ``passage_`` and ``direction_``.
        edits: Corrections by hand; a passage that was marked as a formula is one.

    Returns:
        Passages sorted by their places. Refused candidates are among them, with ``rejected`` set and the reason, a few
        for each two articles. None for fewer than two articles.
    """
    outlets = frozenset(one.article.outlet for one in findings)
    groups = _same_words(read(one, settings.passage_function_weight, outlets) for one in findings)
    heads = [group[0] for group in groups]
    language = language_of(found.article for found in findings)
    story = _Story(
        names={
            source.id: tuple(filter(None, dict.fromkeys((source.name, *source.names, source.role))))
            for one in findings
            for source in one.sources
        },
        formulas=corrections(edits, language).formulas,
        language=language,
        settings=settings,
    )
    found = [passage for group in groups for copy in group[1:] for passage in story.whole(group[0], copy)]
    short: list[Passage] = []
    for (left, right), runs in find_runs(heads, settings).items():
        for passage, judgement in story.pair(heads[left], heads[right], runs):
            (short if judgement.short else found).append(passage)
    found += only_rare(short, found, language)
    articles = {one.article.id: one.article for one in findings}
    return tuple(with_releases(sorted(found, key=lambda passage: (passage.spans, passage.id)), articles, language))


def _same_words(readings: Iterable[Reading]) -> list[list[Reading]]:
    """Articles with the very same words together; groups and their members in the order of time."""
    groups: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda each: first_of_same_words(each.article)):
        key = tuple(form for form in reading.forms if not form.startswith("\x00"))
        groups[key or (reading.article.id,)].append(reading)
    return list(groups.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """What the articles of a story are judged by."""

    names: Mapping[str, tuple[str, ...]]  # the names and roles of each source, by its id
    formulas: tuple[tuple[tuple[str, ...], Reason], ...]  # the words that were marked as formulas by hand, and why
    language: str  # in which its reasons are told
    settings: Settings  # thresholds

    def whole(self, one: Reading, copy: Reading) -> list[Passage]:
        """The one passage of two articles with the very same words."""
        if not any(one.weights):
            return []
        words_of_each = ([row for row, border in enumerate(each.borders()) if not border] for each in (one, copy))
        pairs = tuple(zip(*words_of_each, strict=True))
        stretch = Stretch(pairs, sum(weight > 0 for weight in one.weights))
        judgement = Judgement(kind="copied", reason=Reason("passages.very_same"))
        direction = earlier(Sharing(one, copy, [stretch], self.settings))
        return [self._passage(one, copy, stretch, judgement, direction)]

    def pair(self, one: Reading, other: Reading, runs: Sequence[Run]) -> list[tuple[Passage, Judgement]]:
        """All passages of two articles, and the refused candidates that came nearest, each with what it was taken for."""
        stretches = [s for s in align(one, other, runs, self.settings) if len(s.matched) >= self.settings.passage_words]
        judged = [(stretch, self._judged(one, other, stretch)) for stretch in stretches]
        if sum(judgement.own for _, judgement in judged if judgement.counts) >= self.settings.passage_company_words:
            judged = [(stretch, self._in_company(one, other, stretch, judgement)) for stretch, judgement in judged]
        return self._directed(one, other, judged)

    def _directed(
        self, one: Reading, other: Reading, judged: Sequence[tuple[Stretch, Judgement]]
    ) -> list[tuple[Passage, Judgement]]:
        """Passages of what was judged, with who had the copied ones first; as a release where each may have it from one."""
        copied = [stretch for stretch, judgement in judged if judgement.counts]
        beside = [s for s, j in judged if not j.counts and (j.kind == "copied" or j.names)]
        sharing = Sharing(one, other, copied, self.settings, beside)
        direction = earlier(sharing) if sharing.copied else NOT_COPIED
        released = each_may_have_it(sharing, direction)
        kept = [
            (s, may_be_released(j, released) if released and j.counts else j) for s, j in _kept(judged, self.settings)
        ]
        return [(self._passage(one, other, s, j, direction if j.counts else NOT_COPIED), j) for s, j in kept]

    def _in_company(self, one: Reading, other: Reading, stretch: Stretch, alone: Judgement) -> Judgement:
        """What wording is taken for beside much that is copied; what by itself was copied, and more than a sentence, is no other."""
        return alone if alone.counts and not alone.short else self._judged(one, other, stretch, company=True)

    def _judged(self, one: Reading, other: Reading, stretch: Stretch, *, company: bool = False) -> Judgement:
        marked = marked_by_hand(one, other, stretch, self.formulas, self.settings.passage_marked_share)
        return marked or judge(one, other, stretch, self.names, self.settings, company=company)

    def _passage(
        self, one: Reading, other: Reading, stretch: Stretch, judgement: Judgement, direction: Direction
    ) -> Passage:
        places = tuple(
            sorted(
                # Captions stand last in the row, wherever they stand in the text.
                Place(
                    article=reading.article.id,
                    start=min(reading.starts[begin : end + 1]),
                    end=max(reading.ends[begin : end + 1]),
                )
                for reading, (begin, end) in ((one, stretch.left), (other, stretch.right))
            )
        )
        return Passage(
            id=content_id("p", *places),
            spans=(places[0], places[1]),
            words=len(stretch.matched),
            ratio=round(stretch.ratio, 3),
            kind=judgement.kind,
            earlier=direction.first,
            direction=direction.sign,
            reason=joined((judgement.reason, direction.why), self.language),
            rejected=judgement.rejected,
        )


def _kept(judged: Sequence[tuple[Stretch, Judgement]], settings: Settings) -> list[tuple[Stretch, Judgement]]:
    """What is kept of two articles: all that was taken for something, and the refused candidates that came nearest."""
    refused = sorted((pair for pair in judged if pair[1].rejected), key=lambda pair: (-pair[1].own, pair[0].matched))
    return [pair for pair in judged if not pair[1].rejected] + refused[: settings.passage_refused]
