"""Whether the cost of comparing and weighing grows with the words of a story, or faster.

    nice python bench/scale.py ../shared/data                     one story of 10, 25, 50, 100 and 200 articles
    nice python bench/scale.py ../shared/data --articles 10 400   other sizes
    nice python bench/scale.py --paragraphs 300 600 1200          one article, a figure and a quotation in each paragraph

The story is the largest of the set (news events): the openings of its real articles, and copies of them in which sentences are dropped
and moved, words are edited and numbers changed, so that there is shared wording, and disagreement, in plenty. Reading,
parsing and extracting go article by article and are not timed. Each size is compared as often as ``--runs`` says, every time in a
process of its own that has compared a story of another event before: it pays no first use of a word list, and has seen
none of the story's words. The table has, for each size, the CPU seconds of each step in the middle run, and the last
column the microseconds a word, as a ratio to those of the first size: 1 is linear growth.
"""

import argparse
import gc
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from planted import Source, usable
from twosource.compare import central_headline, find_passages, find_points, find_timeline, join_sources
from twosource.model import Article, Block, Findings, Story, content_id
from twosource.pipeline import findings_of
from twosource.settings import DEFAULTS
from twosource.weigh import find_checks, find_origins, weigh_points

SIZES = (10, 25, 50, 100, 200)
_EDITED = 0.06  # share of words: what differs in copied passages of real articles, and a little more
_DROPPED = 0.35  # share of sentences
_WARM = 10  # articles, or paragraphs, of the story that is compared before
_LONGEST = 12  # sentences of an article: two hundred of them are read in half a minute
_NAMES = ("harbour", "granary", "chapel", "meadow", "quarry", "signal", "timber", "warden", "canal", "orchard", "ferry")
_DONE = ("closed", "opened", "repaired", "painted", "flooded", "cleared", "inspected", "guarded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """Seconds of each step for one story."""

    articles: int
    words: int
    points: int
    steps: dict[str, float]

    @property
    def whole(self) -> float:
        """Seconds of all steps."""
        return sum(self.steps.values())


def main() -> None:
    """Print the table and the records."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", help="the folder of the public data sets")
    parser.add_argument("--articles", type=int, nargs="+", default=SIZES, help="how many articles a story has")
    parser.add_argument("--paragraphs", type=int, nargs="+", help="of one dense article, instead of a story")
    parser.add_argument("--runs", type=int, default=3, help="how often each story is compared")
    given = parser.parse_args()
    stories = _dense(given.paragraphs) if given.paragraphs else _grown(given.data, given.articles)
    measure(next(_dense([_WARM])) if given.paragraphs else next(_grown(given.data, [_WARM], event=1)))
    first: float | None = None
    for story in stories:
        runs = sorted((_apart(story) for _ in range(given.runs)), key=lambda timed: timed.whole)
        timed = runs[len(runs) // 2]
        each = timed.whole / timed.words
        first = first or each
        if first == each:
            print(" | ".join(f"{name:>9}" for name in ("articles", "words", "points", *timed.steps, "all", "ratio")))
        row = (timed.articles, timed.words, timed.points, *(f"{s:.2f}" for s in timed.steps.values()))
        print(" | ".join(f"{cell!s:>9}" for cell in (*row, f"{timed.whole:.2f}", f"{each / first:.2f}")), flush=True)
        record = {"bench": "scale", "articles": timed.articles, "words": timed.words, "seconds": round(timed.whole, 2)}
        print(json.dumps({**record, "ratio a word": round(each / first, 3)}))


def measure(findings: tuple[Findings, ...]) -> Timed:
    """Compare and weigh one story, step by step."""
    settings, clock = DEFAULTS, _Clock()
    sources, findings = join_sources(findings, None)
    clock("sources")
    passages = find_passages(findings, settings)
    clock("passages")
    points, conflicts = find_points(findings, passages, settings)
    clock("points")
    origins = find_origins(findings, passages)
    points, origins = weigh_points(points, findings, passages, origins, sources, settings)
    clock("weigh")
    story = Story(
        title=central_headline(findings),
        articles=tuple(found.article for found in findings),
        sources=sources,
        statements=tuple(statement for found in findings for statement in found.statements),
        figures=tuple(figure for found in findings for figure in found.figures),
        passages=passages,
        origins=origins,
        points=points,
        conflicts=conflicts,
        timeline=find_timeline(findings),
        version="0",
    )
    clock("timeline")
    find_checks(story)
    clock("checks")
    words = sum(len(found.article.text.split()) for found in findings)
    return Timed(articles=len(findings), words=words, points=len(points), steps=clock.steps)


def _apart(findings: tuple[Findings, ...]) -> Timed:
    """The same in a process of its own, which begins with what this one knows."""
    fork = get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    gc.collect()
    gc.freeze()  # what is shared is not written to by the child's collections
    process = fork.Process(target=lambda: theirs.send(measure(findings)))
    process.start()
    timed: Timed = ours.recv()
    process.join()
    return timed


class _Clock:
    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self._since = time.process_time()

    def __call__(self, step: str) -> None:
        now = time.process_time()
        self.steps[step] = now - self._since
        self._since = now


def _grown(data: Path, sizes: Sequence[int], event: int = 0) -> Iterator[tuple[Findings, ...]]:
    """Stories of so many articles, each size with all articles of the smaller ones; of the largest event, or one behind it."""
    events: dict[str, list[Source]] = defaultdict(list)
    with (data / "news_events" / "dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found = usable(str(row["event"]), row["outlet"], row["text"])
            if found:
                events[found.event].append(found)
    base = sorted(events.values(), key=lambda each: (-len(each), each[0].event))[event]
    vocabulary = [word for source in base for sentence in source.sentences for word in sentence.split()]
    articles = [_changed(base[n % len(base)], n, n >= len(base), vocabulary) for n in range(max(sizes))]
    found_in = {found.article.id: found for found in findings_of(articles)[0]}
    for size in sizes:
        yield tuple(found_in[article.id] for article in articles[:size])


def _changed(source: Source, number: int, copied: bool, vocabulary: Sequence[str]) -> Article:  # noqa: FBT001 - one of two
    """An article as it is, or a copy with sentences dropped and moved, words edited and numbers changed."""
    chance = random.Random(f"scale {number}")  # noqa: S311 - a seeded generator is what a bench needs
    sentences = list(source.sentences[:_LONGEST])
    if copied:
        sentences = [one for one in sentences if chance.random() > _DROPPED] or sentences
        cut = chance.randint(0, len(sentences) - 1)
        sentences = [_edited(one, vocabulary, chance) for one in sentences[cut:] + sentences[:cut]]
    return _article(sentences, f"outlet{number}.example", f"2031-05-14T{number % 24:02}:{number % 60:02}")


def _edited(sentence: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    words = []
    for word in sentence.split():
        if word.isdigit() and chance.random() < 0.5:  # noqa: PLR2004 - half of the numbers
            words.append(str(int(word) + chance.randint(1, 9)))
        else:
            words.append(chance.choice(vocabulary) if chance.random() < _EDITED else word)
    return " ".join(words)


def _dense(sizes: Sequence[int]) -> Iterator[tuple[Findings, ...]]:
    """One article each of so many paragraphs, invented."""
    for size in sizes:
        chance = random.Random(f"dense {size}")  # noqa: S311 - a seeded generator is what a bench needs
        article = _article([_paragraph(chance) for _ in range(size)], "dense.example", "2031-05-14T10:00")
        yield findings_of([replace(article, id=content_id("a", "dense", size))])[0]


def _paragraph(chance: random.Random) -> str:
    one, two, three, four = chance.sample(_NAMES, 4)
    return (
        f"About {chance.randint(2, 4000):,} workers were injured at the {one} near {two.title()} in the {three} district. "
        f"“We {chance.choice(_DONE)} the {four} and the {one} before the {two} was {chance.choice(_DONE)} by {three} hands,” "
        f"said Ada {chance.choice(_NAMES).title()}, the {four} keeper."
    )


def _article(paragraphs: Sequence[str], outlet: str, published: str) -> Article:
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        start, text = len(text), text + paragraph
        blocks.append(Block(kind="paragraph", start=start, end=len(text), reason="a paragraph of the bench"))
    return Article(
        id=content_id("a", outlet, text),
        outlet=outlet,
        sha256="0" * 64,
        published=published,
        dated_by="stated",
        text=text,
        blocks=tuple(blocks),
    )


if __name__ == "__main__":
    main()
