"""Copied passages and the count of origins, on planted reuse over real articles of different events.

    python bench/reuse.py ../shared/data                  tables, then one JSON object a line
    python bench/reuse.py ../shared/data --limit 10       ten stories for each edit rate
    python bench/reuse.py ../shared/data --rates 0 0.1    these rates only

Everything goes through the public pipeline: pages are cleaned, parsed and read, and the story is compared and weighed.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from planted import DECOYS, RATES, Source, Story, plant, usable
from reuse_labels import agreement
from twosource.model import Passage, Span
from twosource.model import Story as Found
from twosource.pipeline import compare
from twosource.text.grams import words_of

LIMIT = 24


def main() -> None:
    """Print the tables and the records."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the public data sets")
    parser.add_argument("--limit", type=int, default=LIMIT, help="stories for each edit rate")
    parser.add_argument("--rates", type=float, nargs="+", default=RATES, help="shares of words that are edited")
    parser.add_argument("--seed", default="1", help="another seed plants other stories")
    parser.add_argument("--no-labels", action="store_true", help="leave out the pairs labelled by hand")
    given = parser.parse_args()
    sources = list(_sources(given.data))
    columns = (
        "edits",
        "stories",
        "precision",
        "recall",
        "f1",
        "f1 as copied",
        "origin error",
        "decoys taken",
        "seconds",
    )
    print(" | ".join(columns))
    records: list[dict[str, object]] = []
    for rate in given.rates:
        records.append(_rate(sources, rate, given.limit, given.seed))
        print(" | ".join(str(records[-1][column]).rjust(len(column)) for column in columns), flush=True)
    if not given.no_labels:
        records += agreement(given.data)
    for record in records:
        print(json.dumps(record))


def _sources(data: Path) -> Iterator[Source]:
    """The usable articles of both sets."""
    with (data / "gun_violence_incidents" / "dev.jsonl").open(encoding="utf-8") as lines:
        for incident in map(json.loads, lines):
            for row in incident["articles"]:
                found = usable("i" + incident["incident_id"], row["outlet"], row["text"])
                if found:
                    yield found
    with (data / "news_events" / "dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found = usable("n" + str(row["event"]), row["outlet"], row["text"])
            if found:
                yield found


def _rate(sources: list[Source], rate: float, limit: int, seed: str) -> dict[str, object]:
    """All stories of one edit rate."""
    counts: Counter[str] = Counter()
    origins, true, taken, started = 0, 0, defaultdict[str, int](int), time.perf_counter()
    for number in range(limit):
        story = plant(sources, rate, DECOYS[number % len(DECOYS)], f"{seed} {rate} {number}")
        found = compare(story.articles)
        counts += _words(story, found)
        count = sum(origin.point is None for origin in found.origins)
        origins += abs(count - story.true_origins)
        true += story.true_origins
        taken[story.decoy] += _decoy_taken(story, found)
        print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    precision, recall = (counts["right"] / max(counts[of], 1) for of in ("found", "gold"))
    copied = counts["copied"] / max(counts["found copied"], 1), counts["copied"] / max(counts["gold"], 1)
    return {
        "task": "planted reuse",
        "edits": rate,
        "stories": limit,
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": _f1(precision, recall),
        "f1 as copied": _f1(*copied),
        "origin error": round(origins / true, 4),
        "decoys taken": ", ".join(f"{kind} {taken[kind]}" for kind in DECOYS if taken[kind]) or "none",
        "seconds": round(time.perf_counter() - started, 1),
        "seed": seed,
    }


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def _words(story: Story, found: Found) -> Counter[str]:
    """Words of the planted wording, words found, and words in both; wording found between any other two is wrong."""
    ids = [article.id for article in story.articles]
    copies = {ids[row] for row in story.copies}
    between: list[Passage] = []
    wrong: Counter[str] = Counter()
    for passage in (one for one in found.passages if not one.rejected):
        if {place.article for place in passage.spans} == copies:
            between.append(passage)
        elif passage.kind == "copied":
            wrong.update({"found": 2 * passage.words, "found copied": 2 * passage.words})
    for row, gold in zip(story.copies, story.gold, strict=True):
        article = story.articles[row]
        starts = words_of(article.text).starts
        planted = _inside(starts, gold)
        both = _inside(starts, _spans(between, article.id))
        copied = _inside(starts, _spans([one for one in between if one.kind == "copied"], article.id))
        wrong.update(
            {
                "gold": len(planted),
                "found": len(both),
                "right": len(both & planted),
                "found copied": len(copied),
                "copied": len(copied & planted),
            }
        )
    return wrong


def _spans(passages: Iterable[Passage], article: str) -> tuple[Span, ...]:
    return tuple(place.span for passage in passages for place in passage.spans if place.article == article)


def _inside(starts: Iterable[int], spans: Iterable[Span]) -> set[int]:
    places = list(spans)
    return {start for start in starts if any(place.start <= start < place.end for place in places)}


def _decoy_taken(story: Story, found: Found) -> int:
    """Whether what two articles share without copying was taken for copying, or made them one origin."""
    pair = {story.articles[row].id for row in story.decoys}
    copied = any(
        passage.kind == "copied" and not passage.rejected and {place.article for place in passage.spans} == pair
        for passage in found.passages
    )
    return int(copied or any(pair <= set(origin.articles) for origin in found.origins if origin.point is None))


if __name__ == "__main__":
    main()
