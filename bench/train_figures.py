"""Makes the weights by which a value is taken for the one an article puts first, from the gun-violence incidents.

    python bench/train_figures.py FOLDER [--cache FOLDER] [--write FILE]

Each article and measure (killed, injured) that has the register's number among its candidates is one choice; the
weights are those of a conditional logit, with a penalty on their squares. Incidents are halved by the hash of their
id: each half is scored with the weights of the other, so no article is scored by weights that have seen its event.
The range of a story (``figures.py``) is made with the weights of the other half too. ``--write`` writes the weights of both halves together, which is what the package carries.
"""

import argparse
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from figures import MEASURES, Ranged, of_stories, parses, ranged
from incidents import incidents, near_word, stated
from twosource.extract.figures.candidates import candidates_of
from twosource.extract.figures.features import features_of, places_of
from twosource.extract.figures.find import find_figures, readings_of
from twosource.extract.figures.main_figures import first_weights
from twosource.language.tree import Parsed
from twosource.model import Article
from twosource.parse import EnglishParser

PENALTY = 3.0
ONES = 0.5
"""Weight of choices whose number is one: they are half of all, and mostly clear."""
SEEN = 5
"""Features that fewer candidates have are left out."""

Value = tuple[float, float]
Features = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One article and measure with its candidates."""

    incident: str
    measure: str
    register: int
    near: bool
    candidates: dict[Value, Features]

    @property
    def half(self) -> int:
        """Which half of the incidents it is in."""
        return half_of(self.incident)

    @property
    def right(self) -> Value:
        """The register's number as a value."""
        return float(self.register), float(self.register)


def half_of(incident: str) -> int:
    """Which half of the incidents one is in."""
    return int(sha256(incident.encode()).hexdigest(), 16) % 2


def stories(folder: Path, cache: Path | None, halves: dict[int, Features]) -> None:
    """Print how often a story's range holds the register's number, with the weights of the half it is not in."""
    weights, parser = first_weights(), EnglishParser()
    found: list[Ranged] = []
    for incident in incidents(folder / "dev.jsonl"):
        weights.clear()
        weights.update(halves[1 - half_of(incident.id)])
        trees = parses(incident.articles, parser, cache)
        figures = [find_figures(a, p, (), ()) for a, p in zip(incident.articles, trees, strict=True)]
        found += ranged(incident, figures)
    print("halves swapped:", of_stories("values", [(one.register, one.values) for one in found]))
    print("halves swapped:", of_stories("shown", [(one.register, one.shown) for one in found if one.several]))


def cases_of(article: Article, parsed: Parsed) -> dict[str, dict[Value, Features]]:
    """For each measure the article's candidates with their features."""
    readings = readings_of(article, parsed)
    places = places_of(readings, article.blocks)
    found: dict[str, dict[Value, Features]] = {}
    for measure, candidates in candidates_of(readings, places).items():
        features = features_of(candidates, readings, places)
        found[measure] = {(one.low, one.high): each for one, each in zip(candidates, features, strict=True)}
    return found


def read(folder: Path, cache: Path | None) -> list[Case]:
    """All cases of the set."""
    parser = EnglishParser()
    found = []
    for incident in incidents(folder / "dev.jsonl"):
        trees = parses(incident.articles, parser, cache)
        for article, parsed in zip(incident.articles, trees, strict=True):
            candidates = cases_of(article, parsed)
            for measure in MEASURES:
                number = incident.count(measure)
                places = stated(article.text, number) if number else []
                if places:
                    case = Case(
                        incident=incident.id, measure=measure, register=number, near=near_word(places, measure),
                        candidates=candidates.get(measure, {}),
                    )  # fmt: skip
                    found.append(case)
    return found


def fitted(cases: list[Case]) -> Features:
    """Weights that make the register's numbers most likely among their candidates."""
    counts: dict[str, int] = {}
    for name in (name for case in cases for each in case.candidates.values() for name in each):
        counts[name] = counts.get(name, 0) + 1
    names = {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= SEEN))}
    rows: list[list[float]] = []
    starts: list[int] = []
    right: list[int] = []
    shares: list[float] = []
    for case in cases:
        values = sorted(case.candidates)
        if case.right not in case.candidates or len(values) < 2:  # noqa: PLR2004 - one candidate is no choice
            continue
        starts.append(len(rows))
        right.append(len(rows) + values.index(case.right))
        shares.append(ONES if case.register == 1 else 1.0)
        rows += [[case.candidates[value].get(name, 0.0) for name in names] for value in values]
    table, first, chosen, share = np.array(rows), np.array(starts), np.array(right), np.array(shares)
    which = np.repeat(np.arange(len(first)), np.diff([*first, len(table)]))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ weights
        most = np.maximum.reduceat(scores, first)
        grown = np.exp(scores - most[which])
        total = np.add.reduceat(grown, first)
        likely = (share * (scores[chosen] - most - np.log(total))).sum()
        slope = grown / total[which] * share[which]
        slope[chosen] -= share
        return PENALTY * (weights @ weights) / 2 - likely, table.T @ slope + PENALTY * weights

    weights = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(weights[at]), 2) for name, at in names.items() if abs(weights[at]) >= 0.05}  # noqa: PLR2004 - what rounds to nothing


def chosen_value(case: Case, weights: Features) -> Value | None:
    """The best candidate; None where there is none."""

    def score(value: Value) -> tuple[float, float]:
        total = sum(weights.get(name, 0.0) * size for name, size in case.candidates[value].items())
        return round(total, 6), value[1]

    return max(case.candidates, key=score, default=None)


def report(label: str, pairs: list[tuple[Case, Value | None]]) -> None:
    """Print shares right."""
    for few in (False, True):
        for near in (False, True):
            rows = [(case, value) for case, value in pairs if (case.register == 1) == few and (case.near or not near)]
            right = sum(value == case.right for case, value in rows) / max(len(rows), 1)
            there = sum(case.right in case.candidates for case, _ in rows) / max(len(rows), 1)
            print(
                f"{label}: register {'1' if few else '>= 2'}, near {near}: {len(rows)} counted, "
                f"among the candidates {there:.4f}, first {right:.4f}"
            )


def main() -> None:
    """Print the figures of the swapped halves, and write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--cache", type=Path, help="keep parses in this folder")
    arguments.add_argument("--write", type=Path, help="write the weights of both halves to this file")
    given = arguments.parse_args()
    cases = read(given.folder, given.cache)
    halves = {half: fitted([case for case in cases if case.half == half]) for half in (0, 1)}
    report("halves swapped", [(case, chosen_value(case, halves[1 - case.half])) for case in cases])
    stories(given.folder, given.cache, halves)
    weights = fitted(cases)
    report("its own data", [(case, chosen_value(case, weights)) for case in cases])
    if given.write:
        lines = [f'  "{name}": {weights[name]}\n' for name in sorted(weights)]
        head = given.write.read_text(encoding="utf-8").split("weights:\n")[0]
        given.write.write_text(head + "weights:\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
