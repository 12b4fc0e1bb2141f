"""Accounts of a claim in many articles: each once, and no two that contradict each other as one."""

from dataclasses import replace

from invented import article as make_article
from twosource.model import Conflict, Point, Standing, Statement, Story
from twosource.present.index import Index
from twosource.present.page.versions import Version, versions
from twosource.present.sayings import sayings

TEXTS = ("The mayor left the town in May.", "The mayor stayed in the town in May.", "The mayor left the town in May.")


def accounts(*, torn: bool) -> list[list[str]]:
    articles = [make_article(text, outlet=f"o{place}.example") for place, text in enumerate(TEXTS)]
    told = tuple(
        Statement(id=f"t{place}", article=one.id, kind="assertion", start=0, end=len(one.text), content=())
        for place, one in enumerate(articles)
    )
    point = Point(
        id="q1", kind="claim", label=TEXTS[0], relation="differs", statements=("t0", "t1", "t2"), standing=Standing()
    )
    clash = Conflict(id="c1", kind="polarity", point="q1", members=("t0", "t1", "t2"), detail="they say the opposite")
    story = Story(title="", version="0", articles=tuple(articles), statements=told, points=(point,))
    index = Index(replace(story, conflicts=(clash,) if torn else ()))
    found: tuple[Version, ...] = versions(index, point, sayings(index, point))
    return sorted([place.outlet for place in one.places] for one in found)


def test_those_who_say_the_opposite_are_two_accounts() -> None:
    assert accounts(torn=True) == [["o0.example", "o2.example"], ["o1.example"]]


def test_those_who_are_not_in_contradiction_are_one() -> None:
    assert accounts(torn=False) == [["o0.example", "o1.example", "o2.example"]]
