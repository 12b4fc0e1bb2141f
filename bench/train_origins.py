"""Learn what says that two articles go back to one text, and write the table into the package.

    python bench/train_origins.py DATA [--cache FOLDER]

Writes ``weigh/same_origin.yml`` from the labelled pairs of dev_stories and of ``reuse_labels.tsv``, ``origin_labels.tsv`` and
``reworded_labels.tsv``. The same data give the same table. A minute, and reading the articles beforehand, which ``--cache`` saves the second time.
"""

import argparse
from pathlib import Path

from origins_data import labelled
from origins_fit import fit, lessons
from twosource.weigh.same_origin import FEATURES

PLACE = Path("src/twosource/weigh/same_origin.yml")
HEAD = """\
# What says that two articles go back to one text. Written by bench/train_origins.py, from the labelled pairs of 21 stories and
# of reuse_labels.tsv, origin_labels.tsv and reworded_labels.tsv. start + the sum of weight x feature is the logarithm of the odds; from the chance "least" on two articles
# are called one origin. What each feature is stands in weigh/same_origin.py. A weight of 0: the other features tell as much.
"""


def main() -> None:
    """Train and write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--cache", type=Path, help="keep what was read here")
    given = asked.parse_args()
    table = fit(lessons(labelled(given.data, given.cache)))
    lines = [f"start: {table.start}", f"least: {table.least}", "features:"]
    lines += [
        f'  {feature.__name__}: {{weight: {weight}, why: "{(feature.__doc__ or "").strip().splitlines()[0]}"}}'
        for feature, weight in zip(FEATURES, table.weights, strict=True)
    ]
    PLACE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
