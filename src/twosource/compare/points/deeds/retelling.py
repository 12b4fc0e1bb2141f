"""Claims told in other words: circles of statements put together where they tell one deed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.compare.points.deeds.same_deed import Deed, family
from twosource.compare.points.joining import Circle
from twosource.compare.points.speech import Said
from twosource.text.prose import listed
from twosource.text.story_index import StoryIndex

_SHOWN = 4  # words for one deed that one line can hold


@dataclass(frozen=True, slots=True)
class Retelling:
    """Circles that tell one thing: of several, ``deeds`` are what ties them, the one that says most first."""

    circles: tuple[Circle, ...]
    deeds: tuple[Deed, ...] = ()

    @property
    def all(self) -> list[Said]:
        """All statements, those of the first circle first."""
        return [said for circle in self.circles for said in circle.all]

    def label(self, index: StoryIndex) -> str:
        """What is told, verbatim: the fullest statement, or the clause of the deed that several tell."""
        if not self.deeds:
            return index.verbatim(self.circles[0].centre.statement)
        happening = self.deeds[0].happening
        return happening.clause.of(index.articles[happening.article].text).strip(" ,;\n")

    def why(self, index: StoryIndex) -> str:
        """Why the circles were put together; empty for a single one."""
        if len(self.circles) == 1:
            return ""
        texts = {deed.happening.article: index.articles[deed.happening.article].text for deed in self.deeds}
        words = dict.fromkeys(deed.happening.span.of(texts[deed.happening.article]).lower() for deed in self.deeds)
        told = [f"“{word}”" for word in list(words)[:_SHOWN]]
        says = "tell one deed" if len(told) > 1 else "is told by all"
        return f"{index.names(texts)}: {listed(told)} {says}, with the same people or things"


def put_together(circles: Sequence[Circle], gatherings: Sequence[Sequence[Deed]], index: StoryIndex) -> list[Retelling]:
    """Put together the circles whose statements tell one deed.

    Args:
        circles: Statements gathered by their words. One that holds a quotation stays as it is: a deed is no wording.
        gatherings: Clauses gathered by the deed that they tell.
        index: The story.

    Returns:
        Every circle, in one retelling or, where its statements tell several deeds, in more.
    """
    homes = _homes(circles, index)
    found: list[Retelling] = []
    together: list[set[int]] = []
    for deeds in sorted(gatherings, key=lambda held: (-len({d.happening.article for d in held}), held[0].rank)):
        held = {at: deed for deed in reversed(deeds) for at in homes.get(_place(deed), ())}
        articles = {deed.happening.article for deed in held.values()}
        if len(held) > 1 and len(articles) > 1 and not _told_before(held, articles, found, together):
            first = sorted(held, key=lambda at: (held[at].rank, at))
            found.append(Retelling(tuple(circles[at] for at in first), tuple(held[at] for at in first)))
            together.append(set(held))
    left = set(range(len(circles))).difference(*together)
    return [*found, *(Retelling((circles[at],)) for at in sorted(left))]


def _told_before(
    held: Mapping[int, Deed], articles: set[str], found: Sequence[Retelling], together: Sequence[set[int]]
) -> bool:
    """Whether all these circles stand together already, or a part of them does for a like deed of no fewer articles."""
    kind = family(next(iter(held.values())).happening.kind)
    return any(
        set(held) <= circles
        or (
            bool(set(held) & circles)
            and family(told.deeds[0].happening.kind) == kind
            and articles <= {deed.happening.article for deed in told.deeds}
        )
        for told, circles in zip(found, together, strict=True)
    )


def _homes(circles: Sequence[Circle], index: StoryIndex) -> dict[tuple[str, int], list[int]]:
    """For each place where a deed is told, the circles whose statements hold it."""
    homes: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, circle in enumerate(circles):
        statements = [one.statement for one in circle.all]
        if any(statement.kind == "quotation" for statement in statements):
            continue
        for statement in statements:
            for happening in index.happenings(statement):
                homes[happening.article, happening.start].append(at)
    return homes


def _place(deed: Deed) -> tuple[str, int]:
    return deed.happening.article, deed.happening.start
