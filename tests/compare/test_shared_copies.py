"""Which earlier articles a copy is laid side by side with."""

import pytest

from invented import article
from twosource.compare import find_passages
from twosource.model import Findings
from twosource.settings import DEFAULTS, Settings

SENTENCES = (
    "The keeper of the lower lock found the sluice broken at dawn and rang the bell for help.",
    "Divers from the harbour searched the basin until noon while the council closed the towpath.",
    "Nobody had mended the timber since the spring flood carried the old footbridge away.",
)


def copy(number: int, *sentences: str) -> Findings:
    """An article of the same sentences, each with a word of its own, so that no two have the very same words."""
    told = (f"{sentence[:-1]} near quay{number}." for sentence in sentences)
    made = article("\n\n".join(told), outlet=f"outlet{number}.example", published=f"2031-05-14T{10 + number}:00")
    return Findings(article=made)


def partners(every: list[Findings], settings: Settings = DEFAULTS) -> dict[str, int]:
    """For each article, with how many earlier ones it shares wording that was looked at."""
    order = [one.article.id for one in every]
    pairs = {
        tuple(sorted((place.article for place in passage.spans), key=order.index))
        for passage in find_passages(tuple(every), settings)
    }
    return {later: sum(pair[1] == later for pair in pairs) for later in order}


def test_the_sixth_copy_of_a_text_is_laid_beside_three_of_the_others() -> None:
    every = [copy(number, *SENTENCES) for number in range(6)]
    assert list(partners(every).values()) == [0, 1, 2, 3, 3, 3]


def test_what_each_has_a_part_of_is_laid_beside_all_of_them() -> None:
    parts = [copy(number, SENTENCES[number % 3]) for number in range(5)]
    assert partners([*parts, copy(5, *SENTENCES)])[copy(5, *SENTENCES).article.id] == len(parts)


@pytest.mark.parametrize("times", [1.0, 5.0])
def test_how_often_its_words_are_looked_at_is_a_setting(times: float) -> None:
    every = [copy(number, *SENTENCES) for number in range(6)]
    most = max(partners(every, Settings(passage_times=times)).values())
    assert (most > 3) == (times > 3)
