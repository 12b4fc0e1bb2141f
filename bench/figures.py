"""How often the figure an article puts first is the register's: killed and injured on the gun-violence incidents.

    nice python bench/figures.py FOLDER [--limit N] [--errors N] [--cache FOLDER]

Counted are article and measure where the article's text has the register's final number as a token, in digits or in
words; "near" are those where it stands within five tokens of a word of killing (of wounding, for the injured). Right is
the one value put first for the measure, and only if it is the register's; no figure is wrong.

An article that says "five people were shot, two fatally" never writes how many were wounded, the register does. So
both are scored: the main figure as given ("given"), and what the product puts first, be it the main figure or the
alternative that it prints as main ("first"): shot less killed, those shot, in hospital, in what condition.

A story's range is right if it holds the register's number. Counted are stories in which an article has the number as a
token. "values" is that of ``text.ranges.range_of``: main figures, alternatives, frequent values, none far off. "shown" is
what the product shows, ``compare.find_ranges``, of stories that two articles or more count: one that it holds unsafe is
not right. The weights of the choice come from this set: ``train_figures.py`` prints what they reach on events they have
not seen, for articles and stories.
"""

import argparse
import json
import pickle
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from incidents import Incident, incidents, near_word, stated
from twosource.compare import find_ranges
from twosource.extract.figures import find_figures
from twosource.language.tree import Parsed
from twosource.model import Article, Figure, Findings
from twosource.parse import EnglishParser
from twosource.text.ranges import Value, first_values, range_of

MEASURES = ("killed", "injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One article and measure."""

    article: Article
    measure: str
    register: int
    given: Value | None
    derived: Value | None
    near: bool
    figures: tuple[Figure, ...]


def judge(incident: Incident, found: list[tuple[Figure, ...]]) -> Iterator[Judged]:
    """Every article and measure of an incident that is counted."""
    for article, figures in zip(incident.articles, found, strict=True):
        main = {figure.measure: (figure.low, figure.high) for figure in figures if figure.main}
        for measure in MEASURES:
            number = incident.count(measure)
            places = stated(article.text, number) if number else []
            if not places:
                continue
            first = first_values(figures, measure)
            yield Judged(
                article=article, measure=measure, register=number, given=main.get(measure),
                derived=first[0] if first else None, near=near_word(places, measure), figures=figures,
            )  # fmt: skip


def kind_of_error(judged: Judged) -> str:
    """In what way a wrong one is wrong."""
    value, number = judged.derived, judged.register
    if value is None:
        return "no figure"
    if any(f.low == f.high == number and f.measure == judged.measure for f in judged.figures):
        return "another of the article's figures was put first"
    return "too low" if value[1] < number else "too high" if value[0] > number else "a range"


def parses(articles: tuple[Article, ...], parser: EnglishParser, cache: Path | None) -> list[Parsed]:
    """The articles' trees, kept in the folder ``cache`` if one is given."""
    if cache is None:
        return parser(articles)
    key = sha256("".join(f"{a.id}{a.blocks}" for a in articles).encode()).hexdigest()[:20]
    place = cache / f"{key}.pickle"
    if place.exists():
        kept: list[Parsed] = pickle.loads(place.read_bytes())  # noqa: S301 - our own file, in a folder the caller names
        return kept
    trees = parser(articles)
    cache.mkdir(parents=True, exist_ok=True)
    place.write_bytes(pickle.dumps(trees))
    return trees


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranged:
    """One story and measure: the register's number, the range of its values, and the range shown; None where there is none."""

    register: int
    values: Value | None
    shown: Value | None
    several: bool


def ranged(incident: Incident, found: list[tuple[Figure, ...]]) -> Iterator[Ranged]:
    """Each measure of an incident of which the register counts several and an article has the number."""
    findings = [
        Findings(article=article, sources=(), statements=(), figures=figures, moments=())
        for article, figures in zip(incident.articles, found, strict=True)
    ]
    shown = {one.measure: one for one in find_ranges(findings)}
    for measure in MEASURES:
        number = incident.count(measure)
        if number > 1 and any(stated(article.text, number) for article in incident.articles):
            one = shown.get(measure)
            safe = (one.low, one.high) if one and one.low is not None and one.high is not None else None
            yield Ranged(register=number, values=range_of(found, measure), shown=safe, several=one is not None)


def of_stories(name: str, pairs: list[tuple[int, Value | None]]) -> dict[str, object]:
    """A row: how many ranges hold the number, and how wide they are."""
    known = [(number, value) for number, value in pairs if value is not None]
    return {
        "table": "stories", "register": ">= 2", "range": name, "counted": len(pairs),
        "held": round(sum(low <= number <= high for number, (low, high) in known) / max(len(pairs), 1), 4),
        "held of those given": round(sum(low <= number <= high for number, (low, high) in known) / max(len(known), 1), 4),
        "given": round(len(known) / max(len(pairs), 1), 4),
        "mean_width": round(sum(high - low for _, (low, high) in known) / max(len(known), 1), 2),
    }  # fmt: skip


def report(judged: list[Judged], ranges: list[Ranged]) -> Iterator[dict[str, object]]:
    """Rows of the tables."""
    for few in ("1", ">= 2"):
        for measure in ("killed", "injured", "both"):
            for near in (False, True):
                rows = [
                    j for j in judged
                    if (j.register == 1) == (few == "1") and measure in {j.measure, "both"} and (j.near or not near)
                ]  # fmt: skip
                total = max(len(rows), 1)
                yield {
                    "table": "articles", "register": few, "measure": measure, "near": near, "counted": len(rows),
                    "given": round(sum(j.given == (j.register, j.register) for j in rows) / total, 4),
                    "first": round(sum(j.derived == (j.register, j.register) for j in rows) / total, 4),
                    "none": round(sum(j.derived is None for j in rows) / total, 4),
                }  # fmt: skip
    yield of_stories("values", [(one.register, one.values) for one in ranges])
    yield of_stories("shown", [(one.register, one.shown) for one in ranges if one.several])
    wrong = Counter(kind_of_error(j) for j in judged if j.register > 1 and j.derived != (j.register, j.register))
    for kind, count in wrong.most_common():
        yield {"table": "errors, register >= 2", "kind": kind, "count": count}


def main() -> None:
    """Print the tables and their JSON lines."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--limit", type=int, help="read only the first incidents")
    arguments.add_argument("--errors", type=int, default=0, help="show so many wrong ones")
    arguments.add_argument("--cache", type=Path, help="keep parses in this folder")
    given = arguments.parse_args()
    parser = EnglishParser()
    judged: list[Judged] = []
    ranges: list[Ranged] = []
    for incident in incidents(given.folder / "dev.jsonl", given.limit):
        trees = parses(incident.articles, parser, given.cache)
        found = [find_figures(a, p, (), ()) for a, p in zip(incident.articles, trees, strict=True)]
        judged += judge(incident, found)
        ranges += ranged(incident, found)
    rows = list(report(judged, ranges))
    for row in rows:
        print("  ".join(f"{key} {value}" for key, value in row.items()))
    for row in rows:
        print(json.dumps(row))
    wrong = [j for j in judged if j.register > 1 and j.derived != (j.register, j.register)]
    for one in wrong[: given.errors]:
        print(f"{one.measure}: register {one.register}, ours {one.derived}; {one.article.headline}")


if __name__ == "__main__":
    main()
