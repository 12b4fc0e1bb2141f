from hypothesis import given, settings
from hypothesis import strategies as st

from invented import article
from twosource.group import group
from twosource.model import Article, Findings
from twosource.settings import DEFAULTS

FIRE = (
    "A fire at the Velm paper mill killed two night-shift workers on Monday, the Orrin fire service said.",
    "Two workers died on Monday when the Velm paper mill burned; Orrin firefighters needed nine hours.",
    "The blaze at the Velm mill in Orrin, in which two workers died, began in a pulp dryer.",
)
VOTE = (
    "The Sandry island council voted to close its airfield, the mayor Tova Lund said.",
    "Sandry's airfield will close after a council vote, mayor Tova Lund told islanders.",
)


def findings(*texts: str) -> tuple[Findings, ...]:
    return tuple(Findings(article=one(text, f"{i}.example")) for i, text in enumerate(texts))


def one(text: str, outlet: str) -> Article:
    return article(text, outlet=outlet)


def test_two_events_are_two_stories_the_larger_first() -> None:
    assert group(findings(*FIRE, *VOTE), DEFAULTS) == ((0, 1, 2), (3, 4))


def test_order_changes_nothing() -> None:
    assert group(findings(VOTE[0], FIRE[0], FIRE[1], VOTE[1], FIRE[2]), DEFAULTS) == ((1, 2, 4), (0, 3))


def test_an_article_like_no_other_stays_alone() -> None:
    assert group(findings(*FIRE, "Chess champion Ilo Brandt retires at ninety."), DEFAULTS) == ((0, 1, 2), (3,))


def test_no_articles_are_no_stories() -> None:
    assert group((), DEFAULTS) == ()


@given(st.permutations(range(len(FIRE) + len(VOTE))))
@settings(max_examples=20, deadline=None)
def test_no_order_changes_a_story(order: list[int]) -> None:
    texts = [*FIRE, *VOTE]
    whole = {frozenset(rows) for rows in group(findings(*texts), DEFAULTS)}
    # The outlet is part of an article's id, so each text keeps its own.
    shuffled = tuple(findings(*texts)[row] for row in order)
    assert {frozenset(order[row] for row in rows) for rows in group(shuffled, DEFAULTS)} == whole


def test_a_folder_that_spans_years_loses_no_article() -> None:
    made = [
        Findings(article=article(f"Report {year} on the harbour of Orrin.", published=f"{year}-05-01"))
        for year in range(2001, 2040)
    ]
    assert sorted(row for rows in group(tuple(made), DEFAULTS) for row in rows) == list(range(len(made)))


def test_an_article_given_twice_is_in_one_story_twice() -> None:
    assert group(findings(FIRE[0]) * 2, DEFAULTS) == ((0, 1),)
