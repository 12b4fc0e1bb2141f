"""The seven steps in order; the only module that knows the order.

    raw      = read(inputs)                         files, addresses, tables → one raw input an article
    articles = clean(raw)                           the journalism kept, everything else labelled
    findings = extract(article, parse(article))     what is said, on whose word
    stories  = group(findings)                      which articles are about one event; left out where all are one story
    for each story:
        compare   sources joined, publishers named, passages, points, ranges, timeline
        weigh     origins, standing, checks
    present(stories)                                terminal, page, JSON

Nobody walks back. Where all articles are one story its dated ones are known before anything is extracted, and help to date
the others; only articles that are put into stories after they were read (``split``, a library) are asked once more for
their day, with the story's dated ones beside them.

Nothing here judges. Whatever cannot be read or decided travels along as a gap.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import chain, islice

from twosource import __version__
from twosource.cleaning import cleaned
from twosource.errors import NothingToReadError
from twosource.model import Article, Edit, Findings, Gap, Raw, Story
from twosource.parse import EnglishParser
from twosource.ports import LAST_STEP, Parser, Progress, Reader
from twosource.read.given import Given, Sorted, sorted_out
from twosource.settings import DEFAULTS, Settings
from twosource.text.tied import all_tied
from twosource.workers import Work, read_through


def _silent(step: str, done: int, total: int) -> None:
    """Hear nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to read and compare.

    Attributes:
        outlets: The outlet of an input, by the input as given; the key "*" is for all others.
        aliases: A name of a source, to the name it shall be joined under.
        publishers: An outlet, to the publisher that owns it; goes before our own table.
        columns: For tables, a field of an article to the column that holds it.
        edits: What a person corrected by hand; applied where stories are compared.
        allow_private: Fetch from private and loopback addresses too.
        settings: The thresholds.
        reader: What brings inputs in; files, addresses and tables if None.
        parser: What finds words and trees; the English one if None.
        progress: Hears how far the work is.
        apart: Clean every input in a process that may die, not only large ones and where there are many; for programs
            that run for long.
        workers: Processes that many articles are shared between; with one, all is done in this process.
    """

    outlets: Mapping[str, str] | None = None
    aliases: Mapping[str, str] | None = None
    publishers: Mapping[str, str] | None = None
    columns: Mapping[str, str] | None = None
    edits: tuple[Edit, ...] = ()
    allow_private: bool = False
    settings: Settings = DEFAULTS
    reader: Reader | None = None
    parser: Parser | None = None
    progress: Progress = _silent
    apart: bool = False
    workers: int = 1


def read(
    inputs: Given = (), options: Options | None = None, *, text: str | Iterable[str] = ()
) -> tuple[tuple[Article, ...], tuple[Gap, ...]]:
    """Read and clean articles.

    Args:
        inputs: One thing or several: paths, folders, patterns, addresses, "-" for standard input; mappings with a
            ``text``, ``title``, ``url`` and the like; data frames of them; spaCy's documents; articles pass through.
        options: How to read; the defaults if None.
        text: The text of an article, or several: a headline on a line of its own, if any, then paragraphs; or HTML.

    Returns:
        The articles, each once, and what could not be read. Both may be empty.

    Raises:
        InputError: If something is given that no article can be made of.
    """
    options = options or Options()
    given = sorted_out(inputs, text, options.columns)
    articles = {article.id: article for article in given.articles}
    gaps: list[Gap] = []
    for found in _clean_all(given, options):
        if isinstance(found, Gap):
            gaps.append(found)
        elif found.id in articles:
            detail = f"its text is the same as that of {articles[found.id].called}"
            gaps.append(Gap(code="G107", where=found.called, detail=detail))
        else:
            articles[found.id] = found
    return tuple(articles.values()), tuple(gaps)


def compare(inputs: Given = (), options: Options | None = None, *, text: str | Iterable[str] = ()) -> Story:
    """Lay all the given articles side by side as one story.

    Args:
        inputs: As for ``read``. Their order changes nothing.
        text: As for ``read``.
        options: How to read and compare; the defaults if None.

    Returns:
        The story. What could not be read or decided is in its ``gaps``.

    Raises:
        InputError: If something is given that no article can be made of.
        NothingToReadError: If no input gave an article.
        MissingModelError: If no English parsing model is installed.

    Example:
        >>> story = compare(text=["Two people died, police said.", "Police in Velm said that two people died."])
        >>> [(figure.low, figure.measure) for figure in story.figures]
        [(2.0, 'killed'), (2.0, 'killed')]
    """
    options = options or Options()
    work, gaps = _read_through(inputs, options, text, one_story=True)
    findings = tuple(one.findings for one in work)
    story = _story(findings, gaps, options)
    return replace(story, events=_events(story, findings, options))


def _events(story: Story, findings: tuple[Findings, ...], options: Options) -> tuple[tuple[str, ...], ...]:
    """The ids of the articles of each event, where articles that were given as one story look like several."""
    if all_tied(story.points, story.articles):
        return ()  # most stories: nothing is grouped for them
    from twosource.group import group  # noqa: PLC0415 - heavy imports on use

    groups = group(findings, options.settings)
    return tuple(tuple(findings[i].article.id for i in members) for members in groups) if len(groups) > 1 else ()


def split(inputs: Given = (), options: Options | None = None, *, text: str | Iterable[str] = ()) -> tuple[Story, ...]:
    """Group the given articles into stories first, then lay each story side by side; all is given as to ``compare``.

    Returns:
        Stories, the largest first; at least one. Gaps that belong to no article are in the first.

    Raises:
        NothingToReadError: If no input gave an article.
        MissingModelError: If no English parsing model is installed.
    """
    from twosource.group import group  # noqa: PLC0415 - only where it is asked for

    options = options or Options()
    work, gaps = _read_through(inputs, options, text)
    groups = group(tuple(one.findings for one in work), options.settings)
    return tuple(
        _story(_dated(tuple(work[i] for i in members), options), gaps if first == 0 else (), options)
        for first, members in enumerate(groups)
    )


def findings_of(inputs: Given, options: Options | None = None) -> tuple[tuple[Findings, ...], tuple[Gap, ...]]:
    """What each article says by itself, sorted by time and id, and what could not be read.

    Raises:
        NothingToReadError: If no input gave an article.
        MissingModelError: If no English parsing model is installed.
    """
    work, gaps = _read_through(inputs, options or Options())
    return tuple(one.findings for one in work), gaps


def raws_of(names: Sequence[str], options: Options, start: Mapping[str, int] | None = None) -> Iterator[Raw | Gap]:
    """Each article's raw input, or the gap that stands for it, in the order given and one after the other.

    ``start`` is the ``Raw.position`` to begin at in an archive, by its absolute path.
    """
    for done, raw in enumerate((options.reader or _reader(options, start))(names), start=1):
        options.progress("read", done, max(done, len(names)))
        yield raw


def clean_one(raw: Raw, options: Options) -> tuple[Article | None, tuple[Gap, ...]]:
    """One raw input as an article, and what could not be found in it; None where it holds none."""
    return cleaned(with_outlet(raw, options), options.settings, apart=options.apart)


def with_publisher(article: Article, options: Options) -> Article:
    """An article with who owns its outlet, for those who keep articles; a story names its publishers itself."""
    from twosource.weigh import name_publishers  # noqa: PLC0415 - heavy imports on use

    return name_publishers((article,), options.publishers)[0]


def findings_in(articles: Sequence[Article], options: Options) -> tuple[Findings, ...]:
    """What each of the articles says by itself, in the order given.

    Raises:
        MissingModelError: If no English parsing model is installed.
    """
    return tuple(one.findings for one in read_through(articles, options.settings, options.parser, options.workers))


def story_of(findings: Iterable[Findings], options: Options, gaps: tuple[Gap, ...] = ()) -> Story:
    """Lay articles side by side that were read through before: what ``compare`` gives for the same articles.

    Args:
        findings: What ``findings_in`` gave. Their order changes nothing. Undated articles are parsed again, where a
            dated one beside them may date them.
        options: How to compare.
        gaps: What could not be found when they were read.

    Raises:
        MissingModelError: If an article must be parsed again and no English parsing model is installed.
    """
    work = tuple(Work(findings=found) for found in sorted(findings, key=lambda found: _by_time(found.article)))
    return _story(_dated(work, options), gaps, options)


def _clean_all(given: Sorted, options: Options) -> Iterator[Article | Gap]:
    raws = chain(raws_of(given.names, options) if given.names else (), given.raws)
    first = list(islice(raws, options.settings.worker_articles))
    if len(first) >= options.settings.worker_articles:
        options = replace(options, apart=True)
    for raw in chain(first, raws):
        if isinstance(raw, Gap):
            yield raw
            continue
        article, gaps = clean_one(raw, options)
        yield from gaps
        if article:
            yield article


def _reader(options: Options, start: Mapping[str, int] | None = None) -> Reader:
    from twosource.read import read as read_raw  # noqa: PLC0415 - only where something is read

    return lambda inputs: read_raw(
        inputs,
        settings=options.settings,
        allow_private=options.allow_private,
        columns=options.columns,
        start=start,
        progress=options.progress,
    )


def with_outlet(raw: Raw, options: Options) -> Raw:
    """A raw input with the outlet that the user gave for it, if any."""
    outlets = options.outlets or {}
    keys = (raw.name, raw.path, raw.url, raw.archive, "*")
    outlet = next((outlets[key] for key in keys if key and key in outlets), None)
    return replace(raw, outlet=outlet) if outlet else raw


def _read_through(
    inputs: Given, options: Options, text: str | Iterable[str] = (), *, one_story: bool = False
) -> tuple[tuple[Work, ...], tuple[Gap, ...]]:
    """All articles read through; if they are known to be one story, the dated ones help to date the others."""
    articles, gaps = read(inputs, options, text=text)
    if not articles:
        words = isinstance(inputs, str) and len(inputs.split()) > 1
        why = tuple(gap.line for gap in gaps)
        raise NothingToReadError(why, may_be_text=words)
    articles = tuple(sorted(articles, key=_by_time))
    beside = tuple(article for article in articles if article.published) if one_story else ()
    options.progress("parse", 0, len(articles))
    work: list[Work] = []
    for one in read_through(articles, options.settings, options.parser, options.workers, beside):
        work.append(one)
        options.progress("extract", len(work), len(articles))
    return tuple(work), gaps


def _dated(work: tuple[Work, ...], options: Options) -> tuple[Findings, ...]:
    """The findings; an undated article's are made again where the story's dated ones give it a date."""
    from twosource.extract import date_article, extract  # noqa: PLC0415 - heavy imports on use
    from twosource.language import document_of  # noqa: PLC0415 - heavy imports on use

    settings, parser = options.settings, options.parser or EnglishParser(options.settings)
    dated = tuple(one.findings.article for one in work if one.findings.article.published)
    found: list[Findings] = []
    for one in work:
        article = one.findings.article
        if not dated or article.dated_by != "none":
            found.append(one.findings)
            continue
        parsed = one.parsed or parser((article,))[0]
        later = date_article(document_of(article, parsed), dated)
        found.append(extract(article, parsed, settings, dated) if later != article else one.findings)
    return tuple(found)


def _by_time(article: Article) -> tuple[str, str]:
    return (article.first_dated or "9999", article.id)


def _story(findings: tuple[Findings, ...], gaps: tuple[Gap, ...], options: Options) -> Story:
    # By name: "from twosource import compare" would find the public function of that name, not the room.
    from twosource.compare import (  # noqa: PLC0415 - heavy imports on use
        central_headline,
        find_passages,
        find_points,
        find_ranges,
        find_timeline,
        join_sources,
        with_differences,
    )
    from twosource.weigh import (  # noqa: PLC0415 - the same
        find_checks,
        find_origins,
        name_publishers,
        weigh_points,
    )

    def step(name: str) -> None:
        options.progress(name, len(findings), len(findings))

    settings = options.settings
    sources, findings = join_sources(findings, options.aliases, options.edits)
    articles = name_publishers((found.article for found in findings), options.publishers)
    findings = tuple(replace(found, article=article) for found, article in zip(findings, articles, strict=True))
    step("compare passages")
    passages = find_passages(findings, settings, options.edits)
    step("compare points")
    points, conflicts = find_points(findings, passages, settings)
    step("weigh")
    origins = find_origins(findings, passages)
    points, origins = weigh_points(points, findings, passages, origins, sources, settings)
    story = Story(
        title=central_headline(findings),
        articles=articles,
        sources=sources,
        statements=tuple(statement for found in findings for statement in found.statements),
        figures=tuple(figure for found in findings for figure in found.figures),
        moments=tuple(moment for found in findings for moment in found.moments),
        passages=passages,
        origins=origins,
        points=points,
        conflicts=conflicts,
        ranges=find_ranges(findings),
        timeline=with_differences(find_timeline(findings, points), points, conflicts),
        gaps=tuple(sorted((*gaps, *(gap for found in findings for gap in found.gaps)), key=astuple)),
        settings={name: value for name, value, _, _ in settings.described()},
        version=__version__,
    )
    step(LAST_STEP)
    return replace(story, checks=find_checks(story))
