"""How well articles that arrive one after the other are grouped into stories, and what it costs.

    python bench/grouping.py DATA [--cache FOLDER] [--shuffles 3] [--load 1000 10000]

B-cubed over articles, with one setting, on three sets: gun-violence incidents, ECB+ (two alike events a topic) and news
events, each as a stream ordered by day, shuffled within the day; undated articles come first, shuffled. Trained and
measured apart: events are halved (both events of an ECB+ topic in one half), the table and the counts of words are
learned from one half, all articles stream through, and those of the other half are measured; then the halves change
places. "at once" is the state as articles arrive, "mended" after a last repair of everything. "days" tells how often
two orders of arrival within the day leave two articles of one event together in one and apart in the other. "small
folders" are 12 of four events of the half that was not learned from, split as ``--split`` does.

``--load`` streams so many articles, a hundred a day, of events made of the sets' by exchanging names, words and figures
(grouping_load.py), and prints articles a CPU second, traits not included, the time of the last fifth against that of
the second, memory, and how well the made events are told apart as they arrive. Nothing is forgotten.
Reading takes about four minutes of one core, which ``--cache`` saves the second time.
"""

import argparse
import json
import random
import resource
import time
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from statistics import mean
from unittest.mock import patch

from grouping_data import SETS, Labelled, labelled, other_texts
from grouping_fit import background, counted, distinct, fit, half, lessons, read
from grouping_load import stream
from twosource.group import Stream, Traits, group
from twosource.group.table import Table
from twosource.settings import DEFAULTS

FOLDERS = 12
Row = tuple[Labelled, Traits]
Homes = dict[str, str]


def main() -> None:
    """Print tables and lines of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path, help="keep what was parsed here")
    parser.add_argument("--shuffles", type=int, default=3)
    parser.add_argument("--load", type=int, nargs="*", default=[])
    options = parser.parse_args()
    articles = labelled(options.data, options.cache)
    if options.load:
        load(articles, options.load)
        return
    quality(articles, [*map(distinct, other_texts(options.data))], options.shuffles)


def quality(articles: list[Labelled], others: list[frozenset[int]], shuffles: int) -> None:
    """Both halves, each set, each order of arrival."""
    texts = [distinct(one.findings.article.text) for one in articles]
    scores: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    apart: dict[str, list[float]] = defaultdict(list)
    small: dict[str, list[float]] = defaultdict(list)
    for learned in (0, 1):
        kept = [text for one, text in zip(articles, texts, strict=True) if half(one) == learned]
        with background(counted([*others, *kept])):
            rows = read(articles)
            weights = fit(lessons([row for row in rows if half(row[0]) == learned]))
            for name in SETS:
                part = [row for row in rows if row[0].set == name]
                orders = [streamed(part, weights, seed) for seed in range(shuffles)]
                unseen = [row for row in part if half(row[0]) != learned]
                scores[name] += [
                    (*b_cubed(at_once, part, unseen), *b_cubed(mended, part, unseen)) for at_once, mended in orders
                ]
                small[name] += batches([one for one, _ in unseen], weights)
                apart[name] += [_unlike(one[1], other[1], unseen) for one, other in combinations(orders, 2)]
    print(
        "set         articles  at once F1      P      R   mended F1      P      R     lowest   ARI pairs that the order parts  small folders"
    )
    for name in SETS:
        found = [mean(column) for column in zip(*scores[name], strict=True)]
        low, parted = min(one[4] for one in scores[name]), mean(apart[name] or [0.0])
        count = sum(one.set == name for one in articles)
        print(
            f"{name:10} {count:9} {found[0]:12.3f} {found[1]:6.3f} {found[2]:6.3f} {found[4]:11.3f} {found[5]:6.3f} {found[6]:6.3f} {low:10.3f} {found[7]:5.3f} {parted:8.2%} {mean(small[name]):14.3f}"
        )
        keys = ("f1_at_once", "p_at_once", "r_at_once", "ari_at_once", "f1", "p", "r", "ari")
        figures = {key: round(value, 4) for key, value in zip(keys, found, strict=True)}
        print(
            json.dumps(
                {
                    "bench": "grouping",
                    "set": name,
                    "articles": count,
                    **figures,
                    "parted": round(parted, 4),
                    "small": round(mean(small[name]), 4),
                }
            )
        )


def streamed(rows: list[Row], weights: Table, seed: int) -> tuple[Homes, Homes]:
    """Each article's story when the stream ends, and after a last repair."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable draw, no secret
    order = [traits for _, traits in rows]
    chance.shuffle(order)
    grown, home = Stream(DEFAULTS, weights=weights), Homes()
    for traits in sorted(order, key=lambda one: one.at[:10]):
        home |= {change.article: change.story for change in grown.add(traits)}
    return dict(home), home | {change.article: change.story for change in grown.repair(everything=True)}


def b_cubed(home: Homes, rows: list[Row], measured: list[Row]) -> tuple[float, float, float, float]:
    """F1, precision and recall averaged over the measured articles, and their adjusted Rand index."""
    found: dict[str, set[str]] = defaultdict(set)
    gold: dict[str, set[str]] = defaultdict(set)
    for one, traits in rows:
        found[home[traits.article]].add(traits.article)
        gold[one.event].add(traits.article)
    pairs = [(found[home[traits.article]], gold[one.event]) for one, traits in measured]
    precision = mean(len(ours & theirs) / len(ours) for ours, theirs in pairs)
    recall = mean(len(ours & theirs) / len(theirs) for ours, theirs in pairs)
    return 2 * precision * recall / (precision + recall), precision, recall, _rand(home, measured)


def _rand(home: Homes, rows: list[Row]) -> float:
    cells: dict[tuple[str, str], int] = defaultdict(int)
    ours: dict[str, int] = defaultdict(int)
    theirs: dict[str, int] = defaultdict(int)
    for one, traits in rows:
        cells[home[traits.article], one.event] += 1
        ours[home[traits.article]] += 1
        theirs[one.event] += 1
    both, left, right = (sum(n * (n - 1) / 2 for n in counts.values()) for counts in (cells, ours, theirs))
    expected = left * right / (len(rows) * (len(rows) - 1) / 2)
    return (both - expected) / ((left + right) / 2 - expected)


def _unlike(one: Homes, other: Homes, rows: list[Row]) -> float:
    events: dict[str, list[str]] = defaultdict(list)
    for row, traits in rows:
        events[row.event].append(traits.article)
    pairs = [pair for members in events.values() for pair in combinations(members, 2)]
    return mean((one[a] == one[b]) != (other[a] == other[b]) for a, b in pairs)


def batches(articles: list[Labelled], weights: Table) -> list[float]:
    """``--split`` on folders of four events each: B-cubed F1 of each."""
    chance = random.Random(1)  # noqa: S311 - a repeatable draw, no secret
    events = sorted({one.event for one in articles})
    scores = []
    with patch("twosource.group.likeness.table", lambda: weights):
        for pick in (set(chance.sample(events, 4)) for _ in range(FOLDERS)):
            folder = [one for one in articles if one.event in pick]
            stories = group(tuple(one.findings for one in folder), DEFAULTS)
            home = {folder[row].findings.article.id: str(n) for n, rows in enumerate(stories) for row in rows}
            rows = [(one, Traits(article=one.findings.article.id)) for one in folder]
            scores.append(b_cubed(home, rows, rows)[0])
    return scores


def load(articles: list[Labelled], sizes: list[int]) -> None:
    """Long streams of altered events, one size after the other."""
    start = time.process_time()
    rows = read(articles)
    print(f"traits: {len(rows) / (time.process_time() - start):.0f} articles/s")
    for size in sizes:
        _load(
            [
                (Labelled(set="load", event=event, findings=rows[0][0].findings), one)
                for event, one in stream(rows, size)
            ]
        )


def _load(rows: list[Row]) -> None:
    size, home = len(rows), Homes()
    grown, before = Stream(replace(DEFAULTS, group_window=10**6)), _memory()
    marks = [time.process_time()]
    for row, (_, one) in enumerate(rows, start=1):
        home |= {change.article: change.story for change in grown.add(one)}
        if row % (size // 5) == 0:
            marks.append(time.process_time())
    fifths = [(after - before) / (size // 5) for before, after in pairwise(marks)]
    rate, growth, memory = size / (marks[-1] - marks[0]), fifths[-1] / fifths[1], _memory() - before
    found, largest = b_cubed(home, rows, rows), max(Counter(home.values()).values())
    print(
        f"{size:7} articles of {len({one.event for one, _ in rows})} events: {rate:5.0f}/s, the last fifth at {1 / fifths[-1]:.0f}/s ({growth:.2f} times the second's cost), {memory:.0f} MB besides the articles; F1 {found[0]:.3f}, P {found[1]:.3f}, largest story {largest}"
    )
    print(
        json.dumps(
            {
                "bench": "grouping", "load": size, "per_second": round(rate), "last_fifth": round(1 / fifths[-1]),
                "growth": round(growth, 2), "mb": round(memory), "f1": round(found[0], 4), "p": round(found[1], 4),
                "largest": largest,
            }
        ),
        flush=True,
    )  # fmt: skip


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
