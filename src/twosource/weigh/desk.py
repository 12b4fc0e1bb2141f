"""A story as the checks ask it: who, where, in whose name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sized
from functools import cached_property

from twosource.model import Difference, DifferenceKind, Figure, Mark, Point, Span, Statement
from twosource.text.formulas import formula_spans
from twosource.text.grams import Words, function_words, words_of
from twosource.text.pieces import in_pieces
from twosource.text.reasons import Reason
from twosource.text.story_view import StoryView

_SMALL = 4  # letters of words that titles leave small, with their marks: "and", "of", "from"
_TITLE = 14  # words of the longest title
_SENTENCE = 400  # code points of a sentence that a check shows
_NEAR = 2  # code points between a number and what it counts


class Desk(StoryView):
    """The index over a story, with what checks ask of it besides."""

    def words_in(self, article: str) -> Words:
        """The words of a whole article, read once."""
        if article not in self._words:
            self._words[article] = words_of(self.articles[article].text)
        return self._words[article]

    @cached_property
    def _words(self) -> dict[str, Words]:
        return {}

    @cached_property
    def home(self) -> dict[str, str]:
        """Each article's origin as a whole, by its id; the article's own where none is known."""
        whole = (origin for origin in self.story.origins if origin.point is None)
        return {name: name for name in self.articles} | {name: one.id for one in whole for name in one.articles}

    def apart(self, one: str, other: str) -> bool:
        """Whether two articles, by their ids, are two outlets' and of two origins."""
        return self.articles[one].outlet != self.articles[other].outlet and self.home[one] != self.home[other]

    def journalism(self, article: str) -> list[Span]:
        """Where an article's paragraphs stand; the whole text of one without any."""
        told = self.articles[article]
        return [block.span for block in told.told_in("paragraph", "subheading")] or [Span(start=0, end=len(told.text))]

    def differences(self, kind: DifferenceKind) -> Iterator[tuple[Point, Difference]]:
        """Each difference of a kind, with the point whose members differ so."""
        return ((point, one) for point in self.story.points for one in point.differences if one.kind == kind)

    def figures_at(self, article: str, start: int, end: int) -> list[Figure]:
        """The figures that touch a place."""
        return [figure for figure in self.figures_of(article) if figure.start < end and start < figure.end]

    def marks(self, member: str) -> tuple[Mark, ...]:
        """The marks on a member, by its id; none on anything else."""
        return self.by_id[member].marks if member in self.by_id else ()

    @cached_property
    def marks_of_statements(self) -> frozenset[tuple[str, Mark]]:
        """The marks that lie on statements, each with its article: a figure has those of the words around it too."""
        return frozenset((s.article, mark) for s in self.statements.values() for mark in s.marks)

    def length(self, statement: Statement) -> int:
        """How many words are said."""
        text = self.articles[statement.article].text
        return sum(len(span.of(text).split()) for span in statement.content)

    def titled(self, statement: Statement) -> bool:
        """Whether the words are a name or a title, which nobody says: all words that matter begin with capitals."""
        text = self.articles[statement.article].text
        words = [word for span in statement.content for word in span.of(text).split()]
        long = [word.strip("“”\"‘’'.,;:!?()") for word in words if len(word) > _SMALL]
        return len(words) <= _TITLE and all(word[:1].isupper() or word[:1].isdigit() for word in long if word)

    def places(self, ids: Iterable[str]) -> dict[str, list[Span]]:
        """Where members stand, by article; points among the ids stand for their members if no member is named."""
        ids = list(ids)
        points = (self.points[one] for one in ids if one in self.points)
        members = self.members_named(ids) or [member for point in points for member in self.members_of(point)]
        found: dict[str, list[Span]] = defaultdict(list)
        for member in members:
            found[member.article].append(member.span)
        return found

    def once(self, points: Iterable[Point]) -> list[Point]:
        """Points without those that stand where an earlier one stands, as a figure does in the claim that holds it."""
        kept: list[Point] = []
        for point in points:
            here = self.places([point.id])
            if not any(within(here, self.places([one.id])) for one in kept):
                kept.append(point)
        return kept

    def standing_text(self, point: Point) -> bool:
        """Whether a point is only what every such report asks or repeats: "anyone with information is asked to call".

        Not where a turn that reports repeat tells of somebody: "the barman was pronounced dead at the scene".
        """
        if point.kind == "figure":
            return False
        words = words_of(point.label, 0, len(point.label))
        formulas = formula_spans(point.label, words, 0, len(point.label), self.language)
        telling = (
            start
            for start, form in zip(words.starts, words.forms, strict=True)
            if form not in function_words(self.language)
        )
        return bool(formulas) and all(any(span.start <= start < span.end for span in formulas) for start in telling)

    def label(self, point: Point) -> str:
        """A point's label in quotation marks, cut at a word if long."""
        return quoted(point.label)

    def given_by(self, point: Point) -> Reason:
        """A point's label behind the names of the articles that have it."""
        return Reason("checks.of", articles=self.names(self.articles_of(point)), words=self.label(point))

    def resting(self, member: Statement | Figure, mark: Mark) -> str:
        """The sentence that a mark rests on, verbatim, in quotation marks; the marking words where none is known."""
        return quoted(mark.shown.of(self.articles[member.article].text), _SENTENCE)

    def words(self, member: Statement | Figure) -> str:
        """A member's words, verbatim, in quotation marks; a figure with what it counts where that stands right behind."""
        text = self.articles[member.article].text
        if isinstance(member, Figure):
            behind = text.find(member.counted, member.end, member.end + len(member.counted) + _NEAR)
            end = behind + len(member.counted) if member.counted and behind >= 0 else member.end
            return quoted(text[member.start : end])
        return quoted(in_pieces(text, member.content))


def within(places: Mapping[str, list[Span]], others: Mapping[str, list[Span]]) -> bool:
    """Whether wherever ``places`` has something, ``others`` has something too; false for none."""
    return bool(places) and all(
        any(one.overlaps(two) for two in others.get(article, ())) for article, spans in places.items() for one in spans
    )


def and_more(found: Sized) -> Reason | str:
    """How many there are besides the first; "" where it is alone."""
    return Reason("checks.and_more", count=len(found) - 1) if len(found) > 1 else ""


def quoted(words: str, most: int = 110) -> str:
    """Words in quotation marks, cut at a space behind at most ``most`` code points."""
    words = " ".join(words.split())
    if len(words) > most:
        words = words[:most].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"
