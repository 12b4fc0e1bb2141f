"""A story's parts by id, and how each is called in front of a reader."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from twosource.language.lexicon import lexicon_of
from twosource.model import Article, Block, Mark, Origin, Place, Point, Source, Span
from twosource.present.wording.values import clip
from twosource.text.prose import inside
from twosource.text.story_index import Member
from twosource.text.story_view import StoryView


def _all_blocks(article: Article) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    for block in (*article.blocks, None):
        until = block.start if block else len(article.text)
        if article.text[at:until].strip():
            blocks.append(Block(kind="paragraph", start=at, end=until, reason="text between the blocks"))
        if block:
            blocks.append(block)
            at = max(at, block.end)
    return blocks


_NAME = 120  # code points: no outlet has a longer name, whatever a page says


class _Names(dict[str, str]):
    """Names by id; an id without one is called by itself."""

    def __missing__(self, name: str) -> str:
        return name


class Index(StoryView):
    """The index over a story, with what is shown of it: running numbers, origins, members in a reader's order.

    Ids that the story does not hold give None or nothing, never an error.
    """

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """Origins of whole articles, the largest first."""
        whole = [origin for origin in self.story.origins if origin.point is None]
        return tuple(sorted(whole, key=lambda origin: (-len(origin.articles), origin.id)))

    @cached_property
    def origin_of(self) -> dict[str, Origin]:
        """The origin of each whole article."""
        return {article: origin for origin in reversed(self.origins) for article in origin.articles}

    @cached_property
    def number(self) -> dict[str, int]:
        """A running number for each point, in the story's order, from 1."""
        return {point.id: place for place, point in enumerate(self.story.points, 1)}

    @cached_property
    def point_of(self) -> dict[str, Point]:
        """The point that a statement or figure belongs to; a figure's own point goes before its statement's."""
        return {member: point for point in self.story.points for member in (*point.statements, *point.figures)}

    @cached_property
    def shared_labels(self) -> frozenset[str]:
        """The labels that several counts have: those of one sentence."""
        times = Counter(point.label for point in self.story.points if point.kind == "figure")
        return frozenset(label for label, many in times.items() if many > 1)

    @cached_property
    def outlets(self) -> dict[str, str]:
        """What to call each article, as the reasons in a story do. One that the story does not hold is called by its id."""
        return _Names({article: clip(name, _NAME) for article, name in self.article_names.items()})

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each article in the story, by its id."""
        return {name: place for place, name in enumerate(self.articles)}

    @cached_property
    def source_rank(self) -> dict[str, int]:
        """The place of each source in the story, by its id."""
        return {one.id: place for place, one in enumerate(self.story.sources)}

    def blocks(self, article: str) -> list[Block]:
        """The blocks of an article, and between them any text that no block holds: nothing of it is left out."""
        return self._blocks[article]

    @cached_property
    def _blocks(self) -> dict[str, list[Block]]:
        return {article.id: _all_blocks(article) for article in self.articles.values()}

    def members(self, point: Point) -> tuple[Member, ...]:
        """The point's statements and figures, in order of their articles and places.

        A statement that a figure of the same point stands in is left out: the figure shows it.
        """
        figures = self.figures_named(point.figures)
        covered = {one.statement for one in figures} if point.kind == "figure" else set()
        statements = [self.statements[name] for name in point.statements if name in self.statements]
        rank = self.rank
        both: list[Member] = [*(one for one in statements if one.id not in covered), *figures]
        return tuple(sorted(both, key=lambda one: (rank.get(one.article, len(rank)), one.start, one.id)))

    def words(self, span: Span | Place, article: str) -> str:
        """The exact characters at a place."""
        found = self.articles.get(article)
        return found.text[span.start : span.end] if found else ""

    def line(self, span: Span | Place, article: str) -> str:
        """The characters at a place, on one line."""
        return " ".join(self.words(span, article).split())

    def in_order(self, articles: Iterable[str]) -> list[str]:
        """Ids of articles in the story's order, each once."""
        asked = set(articles)
        return [name for name in self.articles if name in asked]

    def mark_owner(self, article: str, mark: Mark) -> str:
        """The id of the statement or figure that bears a mark itself, where several are shown with it; "" where none does."""
        return self._mark_owners.get((article, mark.kind, mark.start), "")

    @cached_property
    def _mark_owners(self) -> dict[tuple[str, str, int], str]:
        found: dict[tuple[str, str, int], str] = {}
        for member in self.by_id.values():
            for mark in member.marks:
                found.setdefault((member.article, mark.kind, mark.start), member.id)
        return found

    def named(self, source: str | None) -> str:
        """A source's name as it stands inside a sentence; empty for nobody, and for a pronoun of whom nothing more is known."""
        found = self.source(source)
        if found is None or (found.kind == "unnamed" and self._is_pronoun(found)):
            return ""
        return inside(found.name)

    def whose(self, mark: Mark) -> str:
        """On whose word a mark is, as it stands inside a sentence."""
        return self.named(mark.by) or ("somebody" if mark.by else "the outlet itself")

    def _is_pronoun(self, source: Source) -> bool:
        languages = {self.articles[one.article].language for one in source.mentions if one.article in self.articles}
        return any(lexicon_of(one).pronouns.is_pronoun(source.name.casefold()) for one in languages)

    def speaker(self, member: Member) -> str | None:
        """The name of the source, fullest form; None where none is known."""
        return self.who(member.source)

    def called(self, member: Member) -> str | None:
        """The source as this article calls it where that is known, else its fullest name."""
        inside = self.statement_of(member)
        if inside and inside.source_span and inside.source == member.source:
            return self.words(inside.source_span, inside.article)
        return self.speaker(member)
