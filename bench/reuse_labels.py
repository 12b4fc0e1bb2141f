"""Pairs of real articles labelled by hand, and how far the program agrees."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from twosource.clean import clean
from twosource.model import Article, Passage, Raw, content_id
from twosource.model import Story as Found
from twosource.pipeline import compare

LABELS = Path(__file__).with_name("reuse_labels.tsv")
ONE_ORIGIN = frozenset({"verbatim", "edited", "same agency"})
_NEARLY_ALL = 0.97
_MOST = 0.85


def agreement(data: Path) -> list[dict[str, object]]:
    """Compare each labelled pair by itself, and count where label and program agree.

    Args:
        data: The folder of the public data sets.

    Returns:
        One record for the labels, one for the question whether two articles are one origin. Captions and standing
        background of one newsroom are left out of the second.
    """
    raws = {raw.name: raw for raw in (*_incidents(data), *_news(data))}
    table: Counter[tuple[str, str]] = Counter()
    same: Counter[tuple[bool, bool]] = Counter()
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        one, other, label = line.split("\t")
        said = _said([_cleaned(raws[one]), _cleaned(raws[other])])
        table[label, said] += 1
        if label not in {"caption", "background"}:
            same[label in ONE_ORIGIN, said in ONE_ORIGIN] += 1
    for (label, said), count in sorted(table.items()):
        print(f"{label:>17} → {said:<17} {count}")
    agreed = sum(count for (label, said), count in table.items() if label == said)
    right, wrong, missed = same[True, True], same[False, True], same[True, False]
    pairs = sum(table.values())
    return [
        {"task": "labelled pairs", "pairs": pairs, "agreed": agreed, "share": round(agreed / pairs, 3)},
        {
            "task": "one origin or two",
            "pairs": sum(same.values()),
            "f1": round(2 * right / max(2 * right + wrong + missed, 1), 3),
            "taken for one": wrong,
            "missed": missed,
        },
    ]


def _cleaned(raw: Raw) -> Article:
    article, _ = clean(raw)
    assert article is not None, raw.name
    return article


def _said(pair: list[Article]) -> str:
    """What the program makes of two articles, in the words of the labels."""
    if pair[0].id == pair[1].id or pair[0].text == pair[1].text:
        return "verbatim"
    found = compare(pair)
    kept = [passage for passage in found.passages if not passage.rejected]
    copied = [passage for passage in kept if passage.kind == "copied"]
    origins = [origin for origin in found.origins if origin.point is None]
    if len(origins) > 1:
        return "shared quotation" if any(p.kind in {"quotation", "translation"} for p in kept) else "chance"
    if not copied:
        return "caption" if any(passage.kind == "caption" for passage in kept) else "same newsroom"
    if origins[0].via:
        return "same agency"
    return "verbatim" if _verbatim(copied, found) else "edited"


def _verbatim(copied: list[Passage], found: Found) -> bool:
    """Whether nearly all of one article's journalism stands word for word in the other."""
    words = sum(passage.words for passage in copied)
    alike = sum(passage.words * passage.ratio for passage in copied) / words
    lengths = [
        sum(len(b.span.of(a.text).split()) for b in a.blocks if b.kind == "paragraph" and b.repeats is None)
        for a in found.articles
    ]
    return alike >= _NEARLY_ALL and words >= _MOST * min(lengths)


def _incidents(data: Path) -> Iterator[Raw]:
    with (data / "gun_violence_incidents" / "dev.jsonl").open(encoding="utf-8") as lines:
        for incident in map(json.loads, lines):
            for row in incident["articles"]:
                yield _raw(row["id"], row["outlet"], row["title"], row["text"], row["dct"])


def _news(data: Path) -> Iterator[Raw]:
    with (data / "news_events" / "dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield _raw(
                content_id("a", row["url"]), row["outlet"], row["title"], row["text"], (row["published"] or "")[:16]
            )


def _raw(name: str, outlet: str, title: str | None, text: str, published: str | None) -> Raw:
    return Raw(
        name=name,
        kind="record",
        text=text,
        sha256="0" * 64,
        outlet=outlet,
        title=title or None,
        published=published or None,
        language="en",
    )
