"""How long a reporter waits for three articles, as a ratio to importing spaCy and loading its model.

    python bench/first_report.py ../shared/data/seeds/*.txt --runs 7

Each run starts both as cold processes, one after the other, so that a machine that slows down slows both. Wall
time; the median of the ratios is the figure. Bar: 1.7.
"""

import argparse
import json
import subprocess
import sys
import time
from statistics import median

LOAD = "import spacy; from twosource.parse.english import MODELS; from importlib.util import find_spec; spacy.load(next(m for m in MODELS if find_spec(m)))"


def seconds(command: list[str]) -> float:
    """Wall seconds of one cold process, which must succeed."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own commands
    return time.perf_counter() - start


def main() -> None:
    """Time both, print the table and one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    compare = [sys.executable, "-m", "twosource", "compare", *options.articles, "--format", "json"]
    load = [sys.executable, "-c", LOAD]
    seconds(load)
    seconds(compare)
    pairs = [(seconds(compare), seconds(load)) for _ in range(options.runs)]
    ratio = median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (median(column) for column in zip(*pairs, strict=True))
    print(f"compare {len(options.articles)} articles {ours:6.2f} s")
    print(f"import spaCy, load model {theirs:6.2f} s")
    print(f"ratio (median of {options.runs}) {ratio:6.2f}   bar 1.70")
    print(
        json.dumps(
            {
                "bench": "first_report",
                "ratio": round(ratio, 3),
                "seconds": round(ours, 3),
                "load_seconds": round(theirs, 3),
            }
        )
    )


if __name__ == "__main__":
    main()
