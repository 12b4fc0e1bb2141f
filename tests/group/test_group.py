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
