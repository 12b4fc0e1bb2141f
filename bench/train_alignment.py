"""Learn how sure it is that two statements tell the same, and write the trees into the package.

    python bench/train_alignment.py DATA SCORERS [--cache FOLDER] [--write]

DATA holds ``dev_stories`` and the sets that it marks, SCORERS the reader of their texts. Two statements tell the same if
both meet members of one claim. Printed by folds of stories: recall at three precisions, of pairs that both stand in some
claim, and average precision. ``--write`` learns from all stories and writes ``compare/alignment/alignment.npz``; the same
data give the same trees. Ten minutes of one core, most of it to read the articles, which ``--cache`` saves the second time.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from attribution_fit import tree_arrays
from dev_stories import FOLDS, MarkedStory, homes, stories
from twosource.compare.alignment.couples import Couples
from twosource.compare.alignment.features import FEATURES, features_of
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.telling import Tellings
from twosource.compare.passages import find_passages
from twosource.compare.points.figures.points import gathered_alone, read_counts
from twosource.compare.sources import join_sources
from twosource.settings import DEFAULTS
from twosource.text.story_index import StoryIndex

PLACE = Path("src/twosource/compare/alignment/alignment.npz")
TREES = {
    "objective": "binary",
    "num_leaves": 24,
    "learning_rate": 0.07,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
TREE_COUNT = 160
UNMARKED = 0.3
"""Weight of a pair of which one stands in no claim: not the same, as far as the annotators saw."""
MIXED = 3
"""Stories that are laid together."""
AGAIN = 0.5
"""Weight of a pair that was a lesson before, when its story is laid beside others."""
PRECISIONS = (0.95, 0.9, 0.85)


@dataclass(frozen=True, slots=True)
class Lessons:
    """Couples of statements: features, whether both tell the same, weights, folds, and whether both stand in claims."""

    features: NDArray[np.float32]
    same: NDArray[np.bool_]
    weight: NDArray[np.float64]
    fold: NDArray[np.int64]
    marked: NDArray[np.bool_]


def story_index(group: Sequence[MarkedStory]) -> StoryIndex:
    """The index of a story, or of several laid together, as the pipeline makes it before statements are aligned."""
    _, findings = join_sources(tuple(found for story in group for found in story.findings), None, ())
    passages = find_passages(findings, DEFAULTS, ())
    index = StoryIndex.of_findings(sorted(findings, key=lambda found: found.article.id), passages)
    return index.with_points(gathered_alone(read_counts(index), index, DEFAULTS))


def laid_together(every: Sequence[MarkedStory]) -> list[list[MarkedStory]]:
    """Each story alone, and stories of one set and fold laid together: what two of them tell is never the same.

    Of a story alone nothing is learned of strangers: in whatever article one of its statements is looked for, something
    there is most like it.
    """
    alike: dict[tuple[str, int], list[MarkedStory]] = defaultdict(list)
    for story in every:
        alike[story.name.partition("-")[0], story.fold].append(story)
    mixes = [held[at : at + MIXED] for held in alike.values() for at in range(0, len(held), MIXED)]
    return [[story] for story in every] + [group for group in mixes if len(group) > 1]


def lessons(every: Iterable[MarkedStory]) -> Lessons:
    """All couples of all stories, alone and laid together."""
    rows: list[NDArray[np.float32]] = []
    facts: list[tuple[bool, bool, float, int]] = []
    for group in laid_together(list(every)):
        index = story_index(group)
        tellings = Tellings([Said(one, index) for one in index.statements.values() if one.said], index)
        couples = Couples(tellings)
        home = {
            statement: {(story.name, number) for number in numbers}
            for story in group
            for statement, numbers in homes(story, story.marks["claims"]).items()
        }
        name_of = {found.article.id: story.name for story in group for found in story.findings}
        again = AGAIN if len(group) > 1 else 1.0
        rows.append(features_of(couples))
        for left, right in zip(couples.left.tolist(), couples.right.tolist(), strict=True):
            a, b = (tellings.each[row].statement for row in (left, right))
            one, two = home[a.id], home[b.id]
            strange = name_of[a.article] != name_of[b.article]
            says = 1.0 if strange else again * (1.0 if one and two else UNMARKED)
            facts.append((bool(one & two), bool(one and two) and len(group) == 1, says, group[0].fold))
    same, marked, weight, fold = (np.array(column) for column in zip(*facts, strict=True))
    return Lessons(np.concatenate(rows), same, weight, fold, marked)


def fit(taught: Lessons, rows: NDArray[np.bool_]) -> Any:  # noqa: ANN401 - lightgbm has no types
    """Trees from some of the couples."""
    data = lightgbm.Dataset(taught.features[rows], taught.same[rows].astype(np.float32), weight=taught.weight[rows])
    return lightgbm.train(dict(TREES), data, num_boost_round=TREE_COUNT)


def by_folds(taught: Lessons) -> NDArray[np.float64]:
    """The chance of each couple, by trees that saw no couple of its fold."""
    chances = np.zeros(len(taught.same))
    for fold in range(FOLDS):
        held = taught.fold == fold
        chances[held] = fit(taught, ~held).predict(taught.features[held])
    return chances


def curve(same: NDArray[np.bool_], chances: NDArray[np.float64]) -> tuple[list[float], float]:
    """Recall at each of ``PRECISIONS``, and average precision."""
    order = np.argsort(-chances, kind="stable")
    right = same[order]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    found = np.cumsum(right) / right.sum()
    recalls = [float(found[precision >= least].max(initial=0.0)) for least in PRECISIONS]
    return recalls, float((precision * right).sum() / right.sum())


def table(names: Sequence[str], gains: Sequence[float]) -> str:
    """The features by what they gain."""
    total = sum(gains)
    every = sorted(zip(gains, names, strict=True), reverse=True)
    return "\n".join(f"{name:28} {gain / total:.3f}" for gain, name in every)


def main() -> None:
    """Measure by folds, and write what is learned from all."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("scorers", type=Path)
    asked.add_argument("--cache", type=Path, help="keep what was found in the articles here")
    asked.add_argument("--write", action="store_true", help="write the trees into the package")
    given = asked.parse_args()
    taught = lessons(stories(given.data, given.scorers, given.cache))
    chances = by_folds(taught)
    recalls, average = curve(taught.same[taught.marked], chances[taught.marked])
    told = "  ".join(f"recall at {least}: {recall:.3f}" for least, recall in zip(PRECISIONS, recalls, strict=True))
    print(f"{len(taught.same)} couples, {int(taught.same.sum())} the same  {told}  average precision: {average:.3f}")
    if given.write:
        model = fit(taught, np.ones(len(taught.same), dtype=np.bool_))
        print(table([feature.name for feature in FEATURES], list(model.feature_importance("gain"))))
        arrays = tree_arrays(model)
        np.savez_compressed(PLACE, **arrays)


if __name__ == "__main__":
    main()
