"""Origins of real stories, against pairs labelled by hand: which articles go back to one text, and how many texts there are.

    python bench/origins.py ../shared/data [--cache FOLDER] [--closed]

A pair has one origin by the labels ``verbatim``, ``edited``, ``same agency``; two articles of one outlet do as well, and are
left out of the pairs, as are those that stand in one origin through others and have no label, or one that says otherwise. The error is the number of origins found less the true one, over the true one: signed, and without
its sign; beside it that of counting every article.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from origins_data import ONE_ORIGIN, Labelled, labelled
from twosource.model import Article, Origin
from twosource.text.carriers import known_outlets, names_outlet
from twosource.text.official_sites import publishes_releases
from twosource.weigh import find_origins


def main() -> None:
    """Print one record."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path, help="the folder of the data sets")
    asked.add_argument("--cache", type=Path, help="keep what was read here")
    asked.add_argument("--closed", action="store_true", help="the pairs alone that no rule was made for")
    asked.add_argument("--show", action="store_true", help="print the pairs that are wrong")
    given = asked.parse_args()
    found = labelled(given.data, given.cache, closed=given.closed)
    both = [(one, find_origins(one.findings, one.passages)) for one in found]
    for file in sorted({one.file for one in found}, reverse=True):
        figures = score([pair for pair in both if pair[0].file == file], print if given.show else None)
        print(json.dumps({"task": f"origins of {file}"} | figures))


def score(
    found: Sequence[tuple[Labelled, tuple[Origin, ...]]], show: Callable[[str], None] | None
) -> dict[str, object]:
    """Pairs, counts of origins, carriers."""
    n: defaultdict[str, float] = defaultdict(float)
    for story, origins in found:
        home = {article: origin for origin in origins for article in origin.articles}
        _pairs(story, home, n, show)
        if story.whole:
            true, made = len(story.groups()), len({origin.id for origin in origins})
            n["stories"] += 1
            n["error"] += abs(made - true) / true
            n["signed"] += (made - true) / true
            n["articles"] += (len(story.findings) - true) / true
    right, stories = n["right"], max(n["stories"], 1)
    precision, recall = right / max(n["found"], 1), right / max(n["one origin"], 1)
    return {
        "one origin or two": {"pairs": n["pairs"], "precision": _round(precision), "recall": _round(recall),
                              "f1": _round(2 * right / max(n["found"] + n["one origin"], 1))},
        "quotations taken for copying": f"{n['quotation taken']:g} of {n['quotation']:g}",
        "releases taken for copying": f"{n['release taken']:g} of {n['release']:g}",
        "via": {"of": n["via"], "found": n["via found"], "right": n["via right"]},
        "error": _round(n["error"] / stories),
        "signed": _round(n["signed"] / stories),
        "counting every article": _round(n["articles"] / stories),
    }  # fmt: skip


def _round(value: float) -> float:
    return round(value, 3)


def _pairs(
    story: Labelled, home: dict[str, Origin], n: defaultdict[str, float], show: Callable[[str], None] | None
) -> None:
    articles = {one.article.id: one.article for one in story.findings}
    groups = {article: number for number, group in enumerate(story.groups()) for article in group}
    for one, other in combinations(articles, 2):
        label = story.labels.get(frozenset((one, other)))
        same = home[one] is home[other]
        by_chain = label in {None, "shared release"} and groups[one] == groups[other]
        if articles[one].outlet == articles[other].outlet or by_chain or (label is None and not story.whole):
            continue
        n["pairs"] += 1
        n["one origin"] += label in ONE_ORIGIN
        n["found"] += same
        n["right"] += same and label in ONE_ORIGIN
        copied = same or any(
            passage.kind == "copied"
            and not passage.rejected
            and {place.article for place in passage.spans} == {one, other}
            for passage in story.passages
        )
        kind = {"quotation only": "quotation", "shared quotation": "quotation", "shared release": "release"}.get(
            label or ""
        )
        if kind:
            n[kind] += 1
            n[f"{kind} taken"] += copied
        via = story.via.get(frozenset((one, other)))
        if label in ONE_ORIGIN:
            found = home[one] if same else None
            n["via"] += bool(via)
            n["via found"] += bool(found and (found.via or (via and found.first)))
            n["via right"] += bool(via and found and _is_carrier(via, found, articles))
        if show and (same != (label in ONE_ORIGIN) or (kind and copied)):
            show(
                f"{story.event} {label} {'one' if same else 'two'}: {articles[one].outlet} {articles[one].via}, {articles[other].outlet} {articles[other].via}"
            )


def _is_carrier(via: str, found: Origin, articles: Mapping[str, Article]) -> bool:
    """Whether an origin is said to be a carrier's: by name, or by having been its own article first; an office's site has the last word of its name."""
    bare = via.removeprefix("The ")
    if found.via:
        return bare == found.via.removeprefix("The ") or any(
            names_outlet(name, site, "en")
            for name, other in ((bare, found.via), (found.via, bare))
            for site in known_outlets("en").get(other, ())
        )
    if found.first is None:
        return False
    site = articles[found.first].outlet
    of_an_office = publishes_releases(articles[found.first]) and bare.split()[-1].casefold() in site.split(".")
    return names_outlet(bare, site, "en") or of_an_office


if __name__ == "__main__":
    main()
