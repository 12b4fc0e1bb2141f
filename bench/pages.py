"""How much of a page's article is kept, and how little else: body F1 in the article-extraction-benchmark's format.

    nice python bench/pages.py FOLDER [--limit N] [--json FILE]

FOLDER is a copy of the benchmark: ``ground-truth.json`` as ``{id: {"articleBody": …, "url": …}}`` and the pages as
``html/ID.html.gz`` (or ``.html``). Of our articles the body is what is labelled paragraph, sub-heading or dateline and
repeats nothing; of trafilatura, in the same run, the text it gives by itself. Agreement is counted on runs of four
words, normalised to the page, then averaged, as the benchmark's own program does.

Printed besides: how many pages had a caption, a credit or residue labelled, and how many of those characters stand in
the benchmark's body (a caption there is no mistake of ours: the benchmark keeps some).

    nice python bench/pages.py --show FILE…

prints each block with its label and reason, to be read by eye.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import trafilatura

from twosource.clean import clean
from twosource.model import Article, Gap, Raw
from twosource.read import read

BODY = frozenset({"paragraph", "subheading", "dateline"})
BESIDE = ("caption", "credit", "residue")
RUN = 4
Counts = tuple[float, float, float]


def pages(folder: Path, limit: int | None) -> Iterator[tuple[str, str, str]]:
    """Id, body by the benchmark, and markup of each page."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(truth)[:limit]:
        packed, bare = folder / "html" / f"{name}.html.gz", folder / "html" / f"{name}.html"
        data = gzip.decompress(packed.read_bytes()) if packed.exists() else bare.read_bytes()
        yield name, truth[name].get("articleBody", ""), data.decode("utf-8", "replace")


def runs(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words, with how often each stands there."""
    words = re.findall(r"\w+", text)
    return Counter(run for i in range(max(1, len(words) - RUN + 1)) if (run := tuple(words[i : i + RUN])))


def agreement(truth: str, found: str) -> Counts:
    """Shared, too many and missing runs, as shares of the page."""
    gold, ours = runs(truth), runs(found)
    shared = sum((gold & ours).values())
    counts = (float(shared), float(sum((ours - gold).values())), float(sum((gold - ours).values())))
    total = sum(counts) or 1.0
    return counts[0] / total, counts[1] / total, counts[2] / total


def scores(counts: list[Counts]) -> dict[str, float]:
    """Mean precision and recall over pages, and their F1."""
    precision = mean([s / (s + extra) if s + extra else 0.0 for s, extra, _ in counts if s + extra] or [0.0])
    recall = mean([s / (s + missing) if s + missing else 0.0 for s, _, missing in counts if s + missing] or [0.0])
    both = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


def body_of(article: Article | None) -> str:
    """What is labelled as running text, each once."""
    if article is None:
        return ""
    return "\n".join(b.span.of(article.text) for b in article.blocks if b.kind in BODY and b.repeats is None)


def measure(folder: Path, limit: int | None) -> list[dict[str, float | str]]:
    """One row of figures for us, one for trafilatura, one a label."""
    counts: dict[str, list[Counts]] = {"twosource": [], "trafilatura": []}
    labelled: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    with_label: Counter[str] = Counter()
    for name, truth, markup in pages(folder, limit):
        article, _ = clean(Raw(name=name, kind="html", html=True, text=markup, sha256="0" * 64))
        counts["twosource"].append(agreement(truth, body_of(article)))
        counts["trafilatura"].append(agreement(truth, trafilatura.extract(markup, include_comments=False) or ""))
        flat = " ".join(truth.split())
        for block in article.blocks if article else ():
            if block.kind in BESIDE and block.repeats is None:
                words = block.span.of(article.text) if article else ""
                labelled[block.kind] += len(words)
                inside[block.kind] += len(words) if words in flat else 0
        with_label.update({block.kind for block in article.blocks} if article else ())
    rows: list[dict[str, float | str]] = [
        {"row": row, "pages": len(found), **scores(found)} for row, found in counts.items()
    ]
    rows += [
        {"row": kind, "pages": with_label[kind], "characters": labelled[kind], "in the benchmark's body": inside[kind]}
        for kind in BESIDE
    ]
    return rows


def show(names: list[str]) -> None:
    """Print every block of every article for reading by eye."""
    for raw in read(names):
        if isinstance(raw, Gap):
            print(raw)
            continue
        article, gaps = clean(raw)
        print("=" * 20, raw.name, *gaps)
        if article is None:
            continue
        print(
            article.headline,
            article.byline,
            article.credits,
            article.via,
            article.published,
            article.updated,
            sep=" · ",
        )
        for i, block in enumerate(article.blocks):
            again = "" if block.repeats is None else f"={block.repeats}"
            print(f"{i:4} {block.kind:10} {again:5} {block.span.of(article.text)[:160]}  [{block.reason}]")


def main() -> None:
    """Measure a folder, or show files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--show", nargs="+", metavar="FILE")
    options = parser.parse_args()
    if options.show:
        show(options.show)
        return
    if options.folder is None:
        parser.error("a folder in the benchmark's form, or --show with files")
    rows = measure(options.folder, options.limit)
    for row in rows:
        print(
            "  ".join(
                f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in row.items()
            )
        )
    if options.json:
        options.json.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
