"""A case: a tiny invented story in a file, with what is expected beside it.

    about       the case in one sentence
    articles    outlet → text, or text with headline, published, captions, and the outlet where it has several articles
    joined      groups that must be in one point: kind, members ("outlet: words"), relation, differences
    apart       groups of which no two may be in one point
    scoped      groups of figures that are each in no common point, one of them at least shown as of another scope
    conflicts   kinds of all conflicts, sorted
    untold      groups none of whose members may be in a point of their kind
    checks      codes that must be on the to-check list
    never       codes that must not be there
    at_most     a code, to how often it may be made
    shown       words that must be found in the detail of a difference, conflict, check or standing, or in the reason of another scope
    waits       why it fails today; such a case must fail until the reason is gone

Words are looked up in the article's text; they mean every statement of the group's kind whose content they touch,
or every figure whose number they touch.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from invented import article, english
from twosource.model import Article, Figure, Point, Statement, Story
from twosource.pipeline import Options, compare

HERE = Path(__file__).parent
PUBLISHED = "2031-05-14T10:00"


def names() -> list[str]:
    return sorted(str(path.relative_to(HERE).with_suffix("")) for path in HERE.rglob("*.yml"))


def load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


def story(case: dict[str, Any]) -> Story:
    return compare([_article(outlet, told) for outlet, told in case["articles"].items()], Options(parser=english()))


def _article(outlet: str, told: str | dict[str, Any]) -> Article:
    parts = {"text": told} if isinstance(told, str) else told
    return article(
        parts["text"],
        outlet=parts.get("outlet", outlet),
        headline=parts.get("headline"),
        published=parts.get("published", PUBLISHED),
        captions=tuple(parts.get("captions", ())),
    )


def members(told: Story, group: dict[str, Any], wanted: str) -> set[str]:
    """Ids of what the words of ``wanted`` mean; empty if nothing was found there."""
    outlet, words = wanted.split(": ", 1)
    one = next(each for each in told.articles if each.outlet == outlet)
    start = one.text.index(words)
    end = start + len(words)
    if group["kind"] == "figure":
        return {f.id for f in told.figures if f.article == one.id and start < f.end and f.start < end}
    found = [s for s in told.statements if s.article == one.id and _touches(s, start, end)]
    return {s.id for s in found}


def _touches(statement: Statement, start: int, end: int) -> bool:
    return not statement.scare and any(span.start < end and start < span.end for span in statement.content)


def points_of(told: Story, kind: str, ids: set[str]) -> list[Point]:
    """Points of a kind that hold one of the ids. A quotation point may hold what a claim was expected in."""
    wanted = {"figure"} if kind == "figure" else {"quotation", "claim"}
    return [p for p in told.points if p.kind in wanted and ids & {*p.statements, *p.figures}]


def holders(told: Story, point: Point) -> set[str]:
    every: list[Statement | Figure] = [*told.statements, *told.figures]
    return {member.article for member in every if member.id in {*point.statements, *point.figures}}


def misses(case: dict[str, Any], told: Story) -> list[str]:
    """Everything that is not as expected, one line each; empty if the case is met."""
    found: list[str] = []
    for group in case.get("joined", ()):
        found += _joined(told, group)
    for group in case.get("apart", ()):
        found += _apart(told, group)
    for group in case.get("scoped", ()):
        found += _apart(told, group) + _scoped(told, group)
    if "conflicts" in case and sorted(c.kind for c in told.conflicts) != sorted(case["conflicts"]):
        found.append(f"conflicts: {[(c.kind, c.detail) for c in told.conflicts]}")
    for group in case.get("untold", ()):
        sets = [(wanted, members(told, group, wanted)) for wanted in group["members"]]
        found += [f"in a point: {wanted}" for wanted, ids in sets if points_of(told, group["kind"], ids)]
    details = [*(d.detail for p in told.points for d in p.differences), *(check.detail for check in told.checks)]
    details += [p.reason for p in told.points if p.relation == "other scope"]
    details += [*(p.standing.detail for p in told.points), *(c.detail for c in told.conflicts)]
    found += [f"not shown: {words!r} in {details}" for words in case.get("shown", ()) if words not in " ".join(details)]
    codes = {check.code for check in told.checks}
    made = Counter(check.code for check in told.checks)
    found += [f"check {code} {made[code]} times" for code, most in case.get("at_most", {}).items() if made[code] > most]
    found += [f"check {code} is made" for code in case.get("never", ()) if code in codes]
    found += [f"check {code} is not in {sorted(codes)}" for code in case.get("checks", ()) if code not in codes]
    return found


def _joined(told: Story, group: dict[str, Any]) -> list[str]:
    sets = [members(told, group, wanted) for wanted in group["members"]]
    if not all(sets):
        return [f"nothing found at {group['members'][sets.index(set())]}"]
    common = [
        p for p in points_of(told, group["kind"], sets[0]) if all(ids & {*p.statements, *p.figures} for ids in sets)
    ]
    if not common:
        return [f"not in one point: {group['members']}"]
    point = common[0]
    found = [] if point.kind == group["kind"] else [f"kind {point.kind}"]
    if "relation" in group and point.relation != group["relation"]:
        found.append(f"relation {point.relation}: {[d.detail for d in point.differences]}")
    kinds = {difference.kind for difference in point.differences}
    if "differences" in group and kinds != set(group["differences"]):
        found.append(f"differences {sorted(kinds)}: {[d.detail for d in point.differences]}")
    return found


def _scoped(told: Story, group: dict[str, Any]) -> list[str]:
    relations = {
        p.relation for wanted in group["members"] for p in points_of(told, "figure", members(told, group, wanted))
    }
    return [] if "other scope" in relations else [f"no other scope among {group['members']}: {sorted(relations)}"]


def _apart(told: Story, group: dict[str, Any]) -> list[str]:
    sets = [members(told, group, wanted) for wanted in group["members"]]
    return [
        f"in one point: {group['members'][i]} / {group['members'][j]}"
        for i in range(len(sets))
        for j in range(i)
        if {p.id for p in points_of(told, group["kind"], sets[i])}
        & {p.id for p in points_of(told, group["kind"], sets[j])}
    ]
