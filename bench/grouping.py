"""How well one batch of articles is split into stories (``twosource compare --split``).

    python bench/grouping.py ../shared/data

B-cubed over articles, with the product's own setting, on three sets: gun-violence incidents (the first 400), the
sub-topics of ECB+, and news events; each as one batch, and as small batches of four events drawn at random (seed 1).
Bars for the stream that is to come: .96, .90, .94.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Hashable, Iterator
from pathlib import Path
from statistics import mean

from twosource.clean import clean
from twosource.group import group
from twosource.model import Findings, Raw, content_id
from twosource.settings import DEFAULTS

Labelled = tuple[Findings, Hashable]


def labelled(title: str, text: str, published: str | None, event: Hashable) -> Iterator[Labelled]:
    """The article, cleaned, with the event it belongs to; nothing if no text is left."""
    raw = Raw(
        name="bench",
        kind="record",
        text=text,
        sha256=content_id("a", title, text),
        title=title,
        published=published,
        language="en",
    )
    article, _ = clean(raw)
    if article:
        yield Findings(article=article), event


def incidents(folder: Path) -> Iterator[Labelled]:
    """Articles of the first 400 incidents."""
    for line in (folder / "gun_violence_incidents" / "dev.jsonl").read_text(encoding="utf-8").splitlines()[:400]:
        record = json.loads(line)
        for article in record["articles"]:
            yield from labelled(article["title"], article["text"], article["dct"], record["incident_id"])


def ecb(folder: Path) -> Iterator[Labelled]:
    """Short articles; two alike events a topic."""
    for line in (folder / "ecbplus" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield from labelled(record["sentences"][0], "\n".join(record["sentences"][1:]), None, record["event"])


def news(folder: Path) -> Iterator[Labelled]:
    """Thirty-five events by many outlets."""
    for line in (folder / "news_events" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield from labelled(record["title"], record["text"], record["published"], record["event"])


def b_cubed(batch: list[Labelled]) -> tuple[float, float, float]:
    """F1, precision and recall, averaged over articles; single articles count."""
    found: dict[int, set[int]] = {}
    for members in group(tuple(findings for findings, _ in batch), DEFAULTS):
        for i in members:
            found[i] = set(members)
    gold: dict[Hashable, set[int]] = defaultdict(set)
    for i, (_, event) in enumerate(batch):
        gold[event].add(i)
    shared = [(len(found[i] & gold[event]), len(found[i]), len(gold[event])) for i, (_, event) in enumerate(batch)]
    precision, recall = mean(both / ours for both, ours, _ in shared), mean(both / theirs for both, _, theirs in shared)
    return 2 * precision * recall / (precision + recall), precision, recall


def main() -> None:
    """Print a table and one line of JSON a set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    print("set         articles     F1      P      R   small batches")
    for name, load in (("incidents", incidents), ("ecb+", ecb), ("news", news)):
        batch = list(load(options.data))
        chance = random.Random(1)  # noqa: S311 - a repeatable draw, no secret
        events = sorted({event for _, event in batch}, key=str)
        picks = [set(chance.sample(events, 4)) for _ in range(12)]
        small = mean(b_cubed([one for one in batch if one[1] in pick])[0] for pick in picks)
        f1, precision, recall = b_cubed(batch)
        print(f"{name:10} {len(batch):9} {f1:6.3f} {precision:6.3f} {recall:6.3f} {small:6.3f}")
        print(
            json.dumps(
                {"bench": "grouping", "set": name, "articles": len(batch), "f1": round(f1, 4), "small": round(small, 4)}
            )
        )


if __name__ == "__main__":
    main()
