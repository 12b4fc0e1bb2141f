"""What one article leaves out of what another tells: on whose word it stands."""

import numpy as np
import pytest

from invented import article, english
from twosource.compare.alignment import gather
from twosource.model import Difference
from twosource.pipeline import Options, compare

SAID = "Flames spread through the mill within minutes, harbour police said."
BARE = "Flames spread through the mill within minutes."
OTHER = "A baker fled over the roof, harbour police said."
BOTH = "Flames spread through the mill within minutes and a baker fled over the roof, harbour police said."
FAR = "Rain fell on the hills of Tarn."


def attributions_lost(*texts: str, among: int = 1) -> list[Difference]:
    """The lost attributions of a story of these articles, and of ``among`` that tell of something else."""
    every = [*texts, *(f"{FAR} It was week {number}." for number in range(among))]
    articles = [article(text, outlet=f"quay{number}.example") for number, text in enumerate(every)]
    story = compare(articles, Options(parser=english()))
    return [one for point in story.points for one in point.differences if one.kind == "attribution"]


def all_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is learned says of any two statements that they tell the same."""
    monkeypatch.setattr(gather, "chances_of", lambda couples: np.full(len(couples), 0.96))


def test_an_article_that_names_a_source_of_something_else_in_the_point_has_lost_that_of_this(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    all_one(monkeypatch)
    (lost,) = attributions_lost(BOTH, f"{BARE} {OTHER}", among=3)
    assert lost.sure
    assert "quay0.example has this from harbour police; quay1.example gives it without" in lost.detail


@pytest.mark.parametrize(
    "text",
    [
        f"{BARE} Flames spread over the roof as well, and a baker fled, harbour police said.",
        f"{BARE} {SAID}",
    ],
)
def test_an_article_that_names_a_source_of_the_same_deed_has_not(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    all_one(monkeypatch)
    assert attributions_lost(BOTH, text, among=3) == []


def test_what_is_parted_from_a_point_takes_no_loss_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = "The mill on Ferris Lane had a red door."
    monkeypatch.setattr(gather, "chances_of", lambda couples: np.full(len(couples), 0.8))
    (lost,) = attributions_lost(SAID, BARE, doubtful, among=0)
    assert lost.sure
    assert len(lost.members) == 2
