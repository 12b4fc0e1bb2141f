"""Learn what speaks for one event, and write the table and the counts of words into the package.

    python bench/train_grouping.py DATA [--cache FOLDER]

Writes ``group/weights.yml``, a weight a feature of two articles for dated and for undated pairs, and
``text/background.npz``, for hashes of words the number of articles that have them. Learned from gun-violence
incidents, ECB+ and news events, which weigh the same; words are counted in PolNeAR and TimeBank too. The same data
give the same table. Two minutes of one core, and parsing beforehand (about four), which ``--cache`` saves the
second time. Needs what ``bench/requirements.txt`` lists.
"""

import argparse
from pathlib import Path

import numpy as np

from grouping_data import labelled, other_texts
from grouping_fit import background, counted, distinct, fit, lessons, read
from twosource.group.table import Table
from twosource.language.word_files import read_words

PACKAGE = Path("src/twosource")
HEAD = """\
# What speaks for and against two articles telling of one event. Written by bench/train_grouping.py; the reasons are kept.
# start + the sum of weight x feature is the logarithm of the odds. A weight of 0 was learned, or says that the other
# features tell as much; "dated" is for two articles with a date of publication, "undated" for all other pairs.
"""


def main() -> None:
    """Train and write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--cache", type=Path, help="keep what was parsed here")
    given = asked.parse_args()
    articles = labelled(given.data, given.cache)
    counts = counted(
        [*map(distinct, other_texts(given.data)), *(distinct(one.findings.article.text) for one in articles)]
    )
    with background(counts):
        table = fit(lessons(read(articles)))
    write(table, counts)


def write(table: Table, counts: tuple[int, dict[int, int]]) -> None:
    """The table as YAML, each weight with the reason that stands there; the counts as arrays."""
    total, holders = counts
    hashes = np.array(list(holders), np.uint32)
    np.savez_compressed(
        PACKAGE / "text" / "background.npz",
        articles=np.int32(total), words=hashes, holders=np.array(list(holders.values()), np.uint16),
    )  # fmt: skip
    place = PACKAGE / "group" / "weights.yml"
    reasons = {name: row["why"] for name, row in read_words(place)["features"].items()}
    lines = [f"start: {{dated: {table.dated_start}, undated: {table.undated_start}}}", "features:"]
    for name, dated, undated in zip(table.features, table.dated, table.undated, strict=True):
        lines.append(f'  {name}: {{dated: {dated + 0.0}, undated: {undated + 0.0}, why: "{reasons[name]}"}}')
    place.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
