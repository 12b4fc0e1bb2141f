"""How fast articles are read (clean, parse, extract), as a ratio to spaCy's own full pipeline on the same text.

    python bench/reading.py ../shared/data/news_events/dev.jsonl --limit 150
    python bench/reading.py ../shared/data/news_events/dev.jsonl --limit 45 --parts   what each part of extraction costs besides

Both run in one process on one core, in turn, over the same articles; CPU time. The ratio is spaCy's seconds over
ours: 1.0 means that reading costs as much as merely parsing. The first of the passes pays for words that were not met
before; the ratio is that of the middle one. Bars: 1.5, then 2.0.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from statistics import median

from twosource.clean import clean
from twosource.extract import extract
from twosource.model import Article, Raw
from twosource.parse import EnglishParser
from twosource.read import read


def ours(raws: list[Raw], parser: EnglishParser) -> dict[str, float]:
    """CPU seconds of each step over all articles."""
    spent: dict[str, float] = {}
    start = time.process_time()
    articles: list[Article] = [article for article, _ in map(clean, raws) if article]
    spent["clean"] = time.process_time() - start
    start = time.process_time()
    parses = parser(articles)
    spent["parse"] = time.process_time() - start
    start = time.process_time()
    for article, parsed in zip(articles, parses, strict=True):
        extract(article, parsed)
    spent["extract"] = time.process_time() - start
    return spent


def _parts_timed() -> dict[str, float]:
    """Let each part of extraction note its CPU seconds here from now on."""
    rooms, spent = sys.modules["twosource.extract"], dict[str, float]()

    def timed(part: str, find: Callable[..., object]) -> Callable[..., object]:
        def asked(*given: object) -> object:
            start = time.process_time()
            found = find(*given)
            spent[part] = spent.get(part, 0.0) + time.process_time() - start
            return found

        return asked

    for part in [name for name in vars(rooms) if name.startswith("find_")]:
        setattr(rooms, part, timed(part, getattr(rooms, part)))
    return spent


def theirs(raws: list[Raw]) -> float:
    """CPU seconds of spaCy's full pipeline on the same paragraphs."""
    import spacy  # noqa: PLC0415 - loaded by then

    from twosource.parse.english import MODELS  # noqa: PLC0415 - beside its use

    nlp = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    lines = [line for raw in raws for line in raw.text.splitlines() if line.strip()]
    start = time.process_time()
    for _ in nlp.pipe(lines, batch_size=64):
        pass
    return time.process_time() - start


def main() -> None:
    """Time both in turn, print the table and one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--limit", type=int, default=150)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--parts", action="store_true", help="time the parts of extraction too")
    options = parser.parse_args()
    raws = [raw for raw in read(options.inputs) if isinstance(raw, Raw)][: options.limit]
    english = EnglishParser()
    ours(raws[:3], english)
    parts = _parts_timed() if options.parts else {}
    runs = [(ours(raws, english), theirs(raws)) for _ in range(options.runs)]
    steps = {step: median(spent[step] for spent, _ in runs) for step in ("clean", "parse", "extract")}
    base = median(base for _, base in runs)
    ratio = median(base / sum(spent.values()) for spent, base in runs)
    for step, seconds in steps.items():
        print(f"{step:8} {seconds:7.2f} s  {seconds / base:5.2f} × spaCy")
    for part, seconds in sorted(parts.items(), key=lambda each: -each[1]):
        print(
            f"  {part:20} {seconds / options.runs / base:5.2f} × spaCy  {seconds / options.runs / steps['parse']:5.2f} × our parse"
        )
    print(f"spaCy    {base:7.2f} s")
    print(f"first    {runs[0][1] / sum(runs[0][0].values()):7.2f}    the first pass alone")
    print(f"ratio    {ratio:7.2f}    bar 1.5; {len(raws) / sum(steps.values()):.1f} articles/s")
    print(
        json.dumps(
            {
                "bench": "reading",
                "articles": len(raws),
                "ratio": round(ratio, 3),
                **{k: round(v / base, 3) for k, v in steps.items()},
            }
        )
    )


if __name__ == "__main__":
    main()
