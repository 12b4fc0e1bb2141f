"""Page → article, beside trafilatura, newspaper4k and htmldate in one run: body, headline, authors, date, captions.

    nice python bench/pages.py FOLDER… [--limit N] [--folds N] [--json FILE]

Each FOLDER is a public set in its own form, see ``page_sets.py``. Who of the others is installed takes part.

    body       runs of four words, normalised to the page, then averaged, as the article-extraction-benchmark counts
               (``runs``); F1 of words as bags, averaged over pages (``words``)
    headline   the same words
    authors    F1 of names, case, accents and order aside, over pages that have any
    date       the same day, over pages that state one
    captions   share of the set's captions of which most words stand in one of ours
    none       pages without an article

``--folds N`` prints the same for N parts of the publishers besides: a figure that hangs on a few publishers shows.

    nice python bench/pages.py --show FILE…

prints each block with its label and reason, to be read by eye.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import mean
from zlib import crc32

from page_readers import READERS, Reading
from page_sets import Page, pages_in
from twosource.clean import clean
from twosource.model import Gap
from twosource.read import read

RUN = 4
MOST = 0.6  # of a caption's words
Row = dict[str, float | str]
Scored = dict[str, float]


def runs(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words, with how often each stands there."""
    words = re.findall(r"\w+", text)
    return Counter(run for i in range(max(1, len(words) - RUN + 1)) if (run := tuple(words[i : i + RUN])))


def words_of(text: str) -> Counter[str]:
    """All words, with how often each stands there."""
    return Counter(re.findall(r"\w+", text.casefold()))


def f1(gold: Counter[str], found: Counter[str]) -> float:
    """Agreement of two bags; 1 where both are empty."""
    total = gold.total() + found.total()
    return 2 * (gold & found).total() / total if total else 1.0


def folded(name: str) -> str:
    """A name without case, accents and order."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return " ".join(sorted(re.findall(r"\w+", plain.casefold())))


def scored(page: Page, reading: Reading) -> Scored:
    """What a page counts for in each measure that its set and the reader have."""
    counts: Scored = {"none": float(reading.no_article)}
    if page.body and reading.body is not None:
        gold, ours = runs(page.body), runs(reading.body)
        shared = (gold & ours).total()
        counts |= {
            "precision": shared / ours.total() if ours else 0.0,
            "recall": shared / gold.total() if gold else 0.0,
        }
        counts["words"] = f1(words_of(page.body), words_of(reading.body))
    if page.headline and reading.headline is not None:
        counts["headline"] = float(words_of(page.headline) == words_of(reading.headline))
    if page.authors and reading.authors is not None:
        counts["authors"] = f1(Counter(set(map(folded, page.authors))), Counter(set(map(folded, reading.authors))))
    if page.day and reading.day is not None:
        counts["date"] = float(page.day == reading.day)
    if page.captions and reading.captions is not None:
        counts["captions"] = mean(float(has(reading.captions, caption)) for caption in page.captions)
    return counts


def has(captions: Iterable[str], caption: str) -> bool:
    """Whether most words of a caption stand in one of those that were read."""
    gold = words_of(caption)
    return any((gold & words_of(one)).total() >= MOST * gold.total() for one in captions)


def summed(label: str, counts: Sequence[Scored]) -> Row:
    """One row: the mean of each measure over the pages that have it."""
    row: Row = {"row": label, "pages": len(counts), "none": sum(one["none"] for one in counts)}
    for name in ("precision", "recall", "words", "headline", "authors", "date", "captions"):
        values = [one[name] for one in counts if name in one]
        row |= {name: mean(values)} if values else {}
    if "precision" in row and "recall" in row:
        both = float(row["precision"]) + float(row["recall"])
        row["runs"] = 2 * float(row["precision"]) * float(row["recall"]) / both if both else 0.0
    return row


def measure(folder: Path, limit: int | None, folds: int) -> list[Row]:
    """A row for each reader, and for each fold of publishers."""
    counts: dict[str, list[tuple[str, Scored]]] = {name: [] for name in READERS}
    for i, page in enumerate(pages_in(folder)):
        if limit is not None and i >= limit:
            break
        markup = page.data.decode("utf-8", "replace")
        for name, reader in READERS.items():
            try:
                reading = reader(page.name, page.data, markup)
            except Exception as error:  # noqa: BLE001 - a neighbour's fault on one page must not end the run
                print(f"{name} failed on {page.name}: {error!r}")
                reading = Reading(body="", headline="", authors=(), day="", no_article=True)
            counts[name].append((page.publisher, scored(page, reading)))
    rows = []
    for name, found in counts.items():
        rows.append(summed(name, [one for _, one in found]))
        rows += [
            summed(
                f"{name}, fold {fold}", [one for publisher, one in found if crc32(publisher.encode()) % folds == fold]
            )
            for fold in range(folds if folds > 1 else 0)
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
        said = (article.headline, article.byline, article.credits, article.via, article.published, article.updated)
        print(*said, sep=" · ")
        for i, block in enumerate(article.blocks):
            again = "" if block.repeats is None else f"={block.repeats}"
            print(f"{i:4} {block.kind:10} {again:5} {block.span.of(article.text)[:160]}  [{block.reason}]")


def main() -> None:
    """Measure folders, or show files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="*")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--show", nargs="+", metavar="FILE")
    options = parser.parse_args()
    if options.show:
        show(options.show)
        return
    if not options.folder:
        parser.error("a folder with a set of pages, or --show with files")
    rows = [
        {"set": folder.name} | row for folder in options.folder for row in measure(folder, options.limit, options.folds)
    ]
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
