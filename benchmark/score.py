"""Scores predictions for statement-level independence and conflicts. Python's standard library only; no text is needed.

python benchmark/score.py PREDICTIONS.jsonl [--gold benchmark/gold.jsonl] [--folds]

PREDICTIONS: one JSON object a line, one line a story; places are [article, start, end]: the number of the article in the
gold's list, half-open code points of its text.
  {"story": "gva-281039",
   "points":    [[[0, 36, 144], [1, 10, 90]], …],     what is said once and again: places of one claim
   "conflicts": [[[0, 77, 181], [2, 12, 60]], …],     places that exclude each other
   "origins":   [[0, 3], [1], [2]]}                   articles that go back to one text

A place stands for another where they share half of the shorter one.
claims     recall: of the gold's pairs of places of one claim in two articles, those joined by a point; met: of claims told in
           two articles, those of which any such pair is joined; precision: of pairs of a point in two articles whose places
           both stand in gold claims, those that share one
conflicts  found: gold conflicts of which a predicted one touches two members; right: of predicted conflicts with two places,
           those that touch two members of a gold conflict, or of a claim that differs
origins    on stories whose copying was annotated: pairs of articles with one origin, and by how many the number of origins
           is wrong on average. A shared quotation is no common origin.
The last line is one JSON object. --folds prints five parts of the stories too (by the hash of their names), for whoever tunes.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha1
from itertools import combinations
from pathlib import Path
from typing import Any, Final

Place = tuple[int, int, int]
Story = dict[str, Any]

FOLDS: Final = 5
NO_ORIGIN: Final = "quotation only"


def stands(one: Place, other: Place) -> bool:
    """Whether two places stand for each other."""
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and 2 * shared >= min(one[2] - one[1], other[2] - other[1]) > 0


def touched(places: Sequence[Place], members: Sequence[Place]) -> int:
    """How many of the members any place stands for."""
    return sum(any(stands(place, member) for place in places) for member in members)


def places_of(given: Iterable[Sequence[int]]) -> list[Place]:
    """Places as tuples."""
    return [(int(article), int(start), int(end)) for article, start, end in given]


def across(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of places in two articles."""
    return ((one, other) for one, other in combinations(places, 2) if one[0] != other[0])


def count_claims(gold: Story, points: Sequence[Sequence[Place]], counts: Counter[str]) -> None:
    """Count pairs of the gold that are joined, and pairs that are joined rightly."""
    claims = [places_of(claim["members"]) for claim in gold["claims"]]
    for members in claims:
        pairs = list(across(members))
        joined = sum(any(touched(point, pair) == len(pair) for point in points) for pair in pairs)
        counts["claim pairs"] += len(pairs)
        counts["claim pairs joined"] += joined
        counts["claims told twice"] += bool(pairs)
        counts["claims met"] += bool(joined)
    for point in points:
        homes = {place: {at for at, members in enumerate(claims) if touched([place], members)} for place in point}
        for one, other in across(point):
            if homes[one] and homes[other]:
                counts["pairs predicted"] += 1
                counts["pairs right"] += bool(homes[one] & homes[other])


def count_conflicts(gold: Story, conflicts: Sequence[Sequence[Place]], counts: Counter[str]) -> None:
    """Count conflicts that are found, and those predicted that are right."""
    known = [places_of(one["members"]) for one in gold["conflicts"]]
    differing = [
        places_of(one["members"]) for one in gold["claims"] if "differs" in (one["relation"], *one.get("also", ()))
    ]
    counts["conflicts"] += len(known)
    counts["conflicts found"] += sum(any(touched(one, members) > 1 for one in conflicts) for members in known)
    sided = [one for one in conflicts if len(one) > 1]
    counts["conflicts predicted"] += len(sided)
    counts["conflicts right"] += sum(
        any(touched(one, members) > 1 for members in (*known, *differing)) for one in sided
    )


def count_origins(gold: Story, origins: Sequence[Sequence[int]], counts: Counter[str]) -> None:
    """Count pairs of articles with one origin, and how far the number of origins is off."""
    if "copied" not in gold:
        return
    size = len(gold["sha1"])
    tied = [tuple(one["articles"]) for one in gold["copied"] if one["how"] != NO_ORIGIN]
    wanted, given = clusters(size, tied), clusters(size, [pair for one in origins for pair in combinations(one, 2)])
    pairs = [{frozenset(pair) for one in found for pair in combinations(one, 2)} for found in (wanted, given)]
    counts["origin pairs"] += len(pairs[0])
    counts["origin pairs predicted"] += len(pairs[1])
    counts["origin pairs right"] += len(pairs[0] & pairs[1])
    counts["stories with origins"] += 1
    counts["origins off by"] += abs(len(wanted) - len(given))


def clusters(size: int, pairs: Iterable[Sequence[int]]) -> list[set[int]]:
    """Articles in groups: those of a pair are in one."""
    home = {at: {at} for at in range(size)}
    for one, other in pairs:
        if home[one] is not home[other]:
            home[one] |= home[other]
            for at in home[other]:
                home[at] = home[one]
    return list({id(group): group for group in home.values()}.values())


def figures(counts: Counter[str]) -> dict[str, float]:
    """What is reported; 0 where there is nothing to divide by."""

    def share(part: str, whole: str) -> float:
        return round(counts[part] / counts[whole], 4) if counts[whole] else 0.0

    return {
        "claims met": share("claims met", "claims told twice"),
        "claim recall": share("claim pairs joined", "claim pairs"),
        "claim precision": share("pairs right", "pairs predicted"),
        "conflicts found": share("conflicts found", "conflicts"),
        "conflicts right": share("conflicts right", "conflicts predicted"),
        "origin recall": share("origin pairs right", "origin pairs"),
        "origin precision": share("origin pairs right", "origin pairs predicted"),
        "origins off by": share("origins off by", "stories with origins"),
    }


def score(golds: Sequence[Story], predictions: dict[str, Story]) -> dict[str, float]:
    """The figures over stories; a story without a prediction counts as one where nothing was found.

    Raises:
        ValueError: If a place lies in no article of its story.
    """
    counts: Counter[str] = Counter()
    for gold in golds:
        found = predictions.get(gold["story"], {})
        points = [places_of(one) for one in found.get("points", ())]
        conflicts = [places_of(one) for one in found.get("conflicts", ())]
        if any(not 0 <= place[0] < len(gold["sha1"]) for one in (*points, *conflicts) for place in one):
            message = f"{gold['story']}: a place in an article that is not there"
            raise ValueError(message)
        count_claims(gold, points, counts)
        count_conflicts(gold, conflicts, counts)
        count_origins(gold, found.get("origins", ()), counts)
    return figures(counts)


def fold_of(story: str) -> int:
    """Which of the five parts a story is in."""
    return int(sha1(story.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def read(path: Path) -> list[Story]:
    """Lines of JSON."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> int:
    """Print the figures; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--gold", type=Path, default=Path(__file__).parent / "gold.jsonl")
    parser.add_argument("--folds", action="store_true")
    given = parser.parse_args()
    golds, predictions = read(given.gold), {one["story"]: one for one in read(given.predictions)}
    missing = [gold["story"] for gold in golds if gold["story"] not in predictions]
    if missing:
        print(f"no prediction for {len(missing)} of {len(golds)} stories", file=sys.stderr)
    for fold in range(FOLDS) if given.folds else ():
        part = [gold for gold in golds if fold_of(gold["story"]) == fold]
        print(json.dumps({"fold": fold, "stories": len(part), **score(part, predictions)}))
    whole = score(golds, predictions)
    for name, value in whole.items():
        print(f"{name:18} {value:.4f}")
    print(json.dumps(whole))
    return 0


if __name__ == "__main__":
    sys.exit(main())
