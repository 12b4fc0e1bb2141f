"""How often the figure an article puts first is the register's: killed and injured on the gun-violence incidents.

    nice python bench/figures.py FOLDER [--limit N] [--errors N] [--cache FOLDER]

Counted are article and measure where the article's text has the register's final number as a token, in digits or in
words; "near" are those where it stands within five tokens of a word of killing (of wounding, for the injured). Right is
the one value that ``Figure.main`` gives for the measure, and only if it is the register's; no figure is wrong.

An article that says "five people were shot, two fatally" never writes how many were wounded, the register does. So the
injured are scored twice: as given, and with an alternative where it stands in a more prominent place (headline, lead,
rest): shot less killed, else hospitalised, else those in critical condition. The alternative is made here, and is not
a figure the product prints.

A story's range reaches from the least to the greatest value its articles put first, alternatives beside the figures; it
is right if it holds the register's number. Counted are stories in which an article has the number as a token.
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
from twosource.extract.figures import find_figures
from twosource.model import Article, Figure
from twosource.parse import EnglishParser
from twosource.text.tree import Parsed

MEASURES = ("killed", "injured")
LEAD = 3
Value = tuple[float, float]


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


def prominence(figure: Figure, article: Article) -> float:
    """0 in the headline, 1 in the lead, 2 further on; a half more for one person said without a number."""
    block = next(i for i, block in enumerate(article.blocks) if block.start <= figure.start < block.end)
    before = sum(block.kind == "paragraph" for block in article.blocks[:block])
    place = 0 if article.blocks[block].kind == "headline" else 1 if before < LEAD else 2
    return place + (0.5 if figure.high == 1 and "no number" in figure.reason else 0)


def first_values(article: Article, figures: tuple[Figure, ...]) -> dict[str, list[Value]]:
    """For each measure the value as given (if any), and for the injured the alternatives behind it, the first first."""
    main = {figure.measure: figure for figure in figures if figure.main}
    found: dict[str, list[Value]] = {
        measure: [(main[measure].low, main[measure].high)] if measure in main else [] for measure in MEASURES
    }
    ranked: list[tuple[float, int, Value]] = []
    if "injured" in main and main["injured"].high > 0:
        ranked.append((prominence(main["injured"], article), 0, found["injured"][0]))
    if "shot" in main:
        dead = main["killed"].low if "killed" in main and main["killed"].low < main["shot"].low else 0.0
        shot = main["shot"].low - dead, main["shot"].high - dead
        ranked.append((prominence(main["shot"], article), 1, shot))
    for order, measure in enumerate(("hospitalised", "critically injured"), start=2):
        if measure in main and main[measure].high > 0:
            value = main[measure].low, main[measure].high
            ranked.append((prominence(main[measure], article) + 0.7, order, value))
    found["alternatives"] = [value for _, _, value in sorted(ranked)]
    return found


def judge(incident: Incident, found: list[tuple[Figure, ...]]) -> Iterator[Judged]:
    """Every article and measure of an incident that is counted."""
    for article, figures in zip(incident.articles, found, strict=True):
        values = first_values(article, figures)
        for measure in MEASURES:
            number = incident.count(measure)
            places = stated(article.text, number) if number else []
            if not places:
                continue
            given = values[measure][0] if values[measure] else None
            better = values["alternatives"] if measure == "injured" else []
            yield Judged(
                article=article, measure=measure, register=number, given=given, derived=better[0] if better else given,
                near=near_word(places, measure), figures=figures,
            )  # fmt: skip


def story_range(incident: Incident, found: list[tuple[Figure, ...]], measure: str) -> Value | None:
    """From the least to the greatest value the story's articles put first; None where none gives one."""
    values: list[Value] = []
    for article, figures in zip(incident.articles, found, strict=True):
        first = first_values(article, figures)
        values += first[measure] if measure == "killed" else first["alternatives"][:1]
    return (min(low for low, _ in values), max(high for _, high in values)) if values else None


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


def report(judged: list[Judged], ranges: list[tuple[int, Value | None]]) -> Iterator[dict[str, object]]:
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
                    "with_alternative": round(sum(j.derived == (j.register, j.register) for j in rows) / total, 4),
                    "none": round(sum(j.derived is None for j in rows) / total, 4),
                }  # fmt: skip
    known = [(number, value) for number, value in ranges if value is not None]
    yield {
        "table": "stories", "register": ">= 2", "counted": len(ranges),
        "held": round(sum(low <= number <= high for number, (low, high) in known) / max(len(ranges), 1), 4),
        "mean_width": round(sum(high - low for _, (low, high) in known) / max(len(known), 1), 2),
    }  # fmt: skip
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
    ranges: list[tuple[int, Value | None]] = []
    for incident in incidents(given.folder / "dev.jsonl", given.limit):
        trees = parses(incident.articles, parser, given.cache)
        found = [find_figures(a, p, (), ()) for a, p in zip(incident.articles, trees, strict=True)]
        judged += judge(incident, found)
        for measure in MEASURES:
            number = incident.count(measure)
            if number > 1 and any(stated(article.text, number) for article in incident.articles):
                ranges.append((number, story_range(incident, found, measure)))
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
