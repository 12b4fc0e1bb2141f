"""A story for a person at a terminal: what is contested, what to check, then the claims with who says them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from twosource.model import Article, Point, Story
from twosource.present.checklist import gathered, waiting
from twosource.present.contested import contests
from twosource.present.index import Index
from twosource.present.lead import lead, when
from twosource.present.origins import letters, relation_to
from twosource.present.ranges import range_lines
from twosource.present.ranking import ranked, repeated
from twosource.present.sayings import Saying, heading, sayings
from twosource.present.sharing import shareable
from twosource.present.side_words import begins
from twosource.present.sides import Side
from twosource.present.wording import clip, dated, reviewed, seen
from twosource.present.wording.terms import CHECKS, CONFLICTS, DIFFERENCES, MARKS, RELATIONS, term
from twosource.text.prose import counted, inside, opened

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_POINTS = 25  # as many as fit a few screens; the page and the JSON hold all
_ALONE = 6  # points of one article that are written out, of each kind
_CHECKS = 4  # of one kind
_CONTESTED = 12
_ICONS = {"conflict": "≠", "retraction": "↺", "denial": "×"}
_LINE = 220  # code points of one saying
_LABEL = 160
_WHO = 80
_NARROW = 40


def render(stories: Sequence[Story], *, width: int = 100, color: bool = False) -> str:
    """Stories as text for a terminal.

    Args:
        stories: In the order in which they are shown.
        width: Columns; below 40 counts as 40.
        color: Whether to write colour codes. What they say is also said in words.

    Returns:
        The whole output, ending in a line break; "No stories." for none.
    """
    return printed(stories, lambda story: _parts(Index(shareable(story))), width, color=color)


def printed(
    stories: Sequence[Story], parts: Callable[[Story], Iterable["RenderableType"]], width: int, *, color: bool
) -> str:
    """The parts of each story on one paper, with a line between two stories; "No stories." for none."""
    if not stories:
        return "No stories.\n"
    console = paper(width, color=color)
    for place, story in enumerate(stories):
        if place:
            console.print("\n" + "═" * console.width + "\n")
        for part in parts(story):
            console.print(part)
    return written(console)


def paper(width: int, *, color: bool) -> "Console":
    """A console that writes into memory and takes nothing for markup."""
    from rich.console import Console  # noqa: PLC0415 - only where a terminal is asked for

    return Console(
        file=StringIO(),
        width=max(width, _NARROW),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def written(console: "Console") -> str:
    """What was written, without spaces at the ends of lines."""
    text = console.file.getvalue() if isinstance(console.file, StringIO) else ""
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def line(*parts: str | tuple[str, str], indent: int = 0) -> "RenderableType":
    """A paragraph of plain or styled pieces, indented as a whole."""
    from rich.padding import Padding  # noqa: PLC0415 - only where a terminal is asked for

    return Padding(styled(*parts), (0, 0, 0, indent))


def styled(*parts: str | tuple[str, str]) -> "Text":
    """Text of plain and styled pieces; characters a terminal would obey are made visible."""
    from rich.text import Text  # noqa: PLC0415 - only where a terminal is asked for

    return Text.assemble(*(seen(part) if isinstance(part, str) else (seen(part[0]), part[1]) for part in parts))


def _parts(index: Index) -> Iterator["RenderableType"]:
    yield line((index.story.called, "bold"))
    yield line(" ".join(lead(index)))
    yield line((when(index), "dim"))
    yield from _ranges(index)
    yield from _contested(index)
    yield from _checks(index)
    yield from _points(index)
    yield from _articles(index)
    yield from _gaps(index)


def _head(title: str, note: str = "") -> "RenderableType":
    return line("\n", (title.upper(), "bold"), (f"  {note}" if note else "", "dim"))


def _ranges(index: Index) -> Iterator["RenderableType"]:
    """What the articles together say a number is, and who gives the ends."""
    found = range_lines(index)
    if found:
        yield _head("Counted", "what the articles say together; their figures stand below")
    for one in found:
        wider = f"  ({one.wider})" if one.wider else ""
        yield line((one.value, "bold"), f" {one.measure}", (wider, "dim"), indent=2)
        yield line((one.reason, "dim"), indent=4)


def _checks(index: Index) -> Iterator["RenderableType"]:
    found = gathered(waiting(index.story.checks))
    if found:
        yield _head("To check")
    for code, head, items in found:
        title = CHECKS.get(code, head)
        yield line(("□ ", "yellow"), (title, "bold"), (f"  {head}" if title != head else "", "dim"), indent=2)
        for detail, check in items[:_CHECKS]:
            numbers = dict.fromkeys(f"[{index.number[name]}]" for name in check.refers if name in index.number)
            if detail or numbers:
                yield line(detail, (f" {' '.join(numbers)}", "dim"), indent=4)
        if len(items) > _CHECKS:
            yield line((f"and {len(items) - _CHECKS} more", "dim"), indent=4)


def _contested(index: Index) -> Iterator["RenderableType"]:
    """Contradictions, claims taken back, denials: both sides' words, and under them the sentences they stand in."""
    found = contests(index)
    if found:
        yield _head("Contested", "what contradicts, is denied or taken back")
    for one in found[:_CONTESTED]:
        what = term(CONFLICTS, one.what) if one.kind == "conflict" else term(MARKS, one.what)
        number = f"  [{index.number[one.point]}]" if one.point in index.number else ""
        yield line(
            (f"{_ICONS[one.kind]} {what}: ", "bold red"), (clip(one.about, _LABEL), "bold"), (number, "dim"), indent=2
        )
        for side in one.sides:
            yield from _side(index, side, "" if side.answer or one.point is None else one.about)
    if len(found) > _CONTESTED:
        yield line((f"and {len(found) - _CONTESTED} more", "dim"), indent=2)


def _side(index: Index, side: Side, about: str) -> Iterator["RenderableType"]:
    """One account on a line, its sentence below; words that the line above, ``about``, begins with are not said again."""
    answer = term(MARKS, side.answer)
    by = f" by {side.who}" if side.who else ""
    told = _account(side, about) if side.is_account else ((f"{answer}{by}", "yellow"),)
    times = f"  in {counted(len(side.articles), 'article')}" if side.articles else "  known only from the answer"
    yield line(*told, (times, "dim"), indent=4)
    for each in side.evidence[:1]:
        yield line((f"{index.outlets[each.article]}: ", "dim"), each.sentence, indent=6)


def _account(side: Side, about: str) -> tuple[str | tuple[str, str], ...]:
    """What an account tells and on whose word, in pieces of a line."""
    words = "" if begins(about, side.words) else f"“{side.words}”" if side.quoted else side.words
    who = "" if side.who in {"", side.words} else f"{' — ' if words else 'said by '}{side.who}"
    return ("or " if side.answer else "", "yellow"), words, (who, "cyan")


def _points(index: Index) -> Iterator["RenderableType"]:
    main, rest = ranked(index)
    telling = [point for point in main if not repeated(index, point)]
    shown = telling[:_POINTS]
    if shown:
        yield _head("Who says what", "made by two articles or more, contradicted, denied or not verified")
    for point in shown:
        yield from _point(index, point)
    left = len(main) - len(shown)
    if left:
        yield line("\n", (f"{opened(counted(left, 'more such claim'))}: see the page or the JSON.", "dim"), indent=2)
    yield from _alone(index, rest)


def _alone(index: Index, rest: tuple[Point, ...]) -> Iterator["RenderableType"]:
    """Points of one article, a line each: what is quoted, then what is counted, the others only as a number."""
    quoted = [point for point in rest if point.label_quoted and index.members(point)][:_ALONE]
    counts = [point for point in rest if point.kind == "figure" and index.members(point)][:_ALONE]
    if rest:
        yield _head("Said by one article only")
    for point in (*quoted, *counts):
        one = sayings(index, point)[0]
        who = clip(one.who or one.nobody, _WHO)
        outlet = index.outlets[one.article]
        words: tuple[str | tuple[str, str], ...] = (_in_marks(one),)
        if point.kind == "figure":
            words = (one.text, (f" in “{clip(' '.join(point.label.split()), _LABEL)}”", "dim"))
        yield line((f"[{index.number[point.id]}] ", "dim"), f"{outlet}: ", *words, (f" — {who}", "cyan"), indent=2)
    left = len(rest) - len(quoted) - len(counts)
    if left:
        yield line((f"{opened(counted(left, 'more claim'))}: see the page or the JSON.", "dim"), indent=2)


def _point(index: Index, point: Point) -> Iterator["RenderableType"]:
    found = sayings(index, point)
    head = heading(index, point, found)
    label = clip(head.words, _LABEL)
    quoted = f"“{label}”" if head.quoted else label
    relation = f"  ({told})" if (told := term(RELATIONS, point.relation)) else ""
    yield line("\n", (f"[{index.number[point.id]}] ", "dim"), (quoted, "bold"), (relation, "red"), indent=2)
    yield line(point.standing.detail, indent=4)
    wide = min(28, max((len(index.outlets[one.article]) for one in found), default=0))
    for one in found:
        yield from _saying(index, point, one, wide)
    for difference in point.differences:
        yield line((f"{term(DIFFERENCES, difference.kind)}: ", "red"), difference.detail, indent=4)


def _saying(index: Index, point: Point, one: Saying, wide: int) -> Iterator["RenderableType"]:
    from rich.padding import Padding  # noqa: PLC0415 - only where a terminal is asked for
    from rich.table import Table  # noqa: PLC0415 - the same

    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=wide)
    grid.add_column(ratio=1)
    words = "the same words" if one.says(point.label) and point.kind != "figure" else _in_marks(one)
    who = f" — {clip(one.who or one.nobody, _WHO)}"
    flags = [f"[{term(DIFFERENCES, kind)}]" for kind in one.differs] + [
        f"[{term(MARKS, mark.kind)}{_by(index, mark.by)}]" for mark in one.marks
    ]
    body = styled(words, (who, "cyan"), (f"  {' '.join(flags)}" if flags else "", "yellow"))
    grid.add_row(styled(index.outlets[one.article]), body)
    yield Padding(grid, (0, 0, 0, 4))


def _in_marks(one: Saying) -> str:
    words = clip(one.text, _LINE)
    return f"“{words}”" if one.voice == "quotation" else words


def _by(index: Index, name: str | None) -> str:
    found = index.source(name)
    return f" by {inside(found.name)}" if found else ""


def _articles(index: Index) -> Iterator["RenderableType"]:
    yield _head("Articles")
    for article in index.story.articles:
        yield line((index.outlets[article.id], "bold"), f" · {dated(article)}", indent=2)
        if article.headline:
            yield line(article.headline, indent=4)
        yield from (line(("fact-check: ", "cyan"), one, indent=4) for one in reviewed(article))
        yield line((_origin(index, article), "dim"), indent=4)


def _origin(index: Index, article: Article) -> str:
    origin = index.origin_of.get(article.id)
    if origin is None:
        return "origin not examined"
    letter = letters(index).get(origin.id)
    if letter:
        first = next((name for name in index.articles if name in origin.articles), article.id)
        told = f": {origin.reason}" if article.id == first else ""
        return f"origin {letter}, {relation_to(index, origin)}{told}"
    return origin.reason or "no shared origin found"


def _gaps(index: Index) -> Iterator["RenderableType"]:
    if index.story.gaps:
        yield _head("Gaps", "what could not be read or decided")
    for gap in index.story.gaps:
        yield line(f"{index.outlets[gap.where]}: {gap.told}", indent=2)
