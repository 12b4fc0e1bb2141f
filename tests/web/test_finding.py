"""What stands around words that were searched for."""

from invented import article
from twosource.model import Story
from twosource.web.finding import found_in


def around(text: str) -> tuple[str, str]:
    """What is shown before and behind the word "weir"."""
    (hit,) = found_in("y1", Story(title="", version="0", articles=(article(text),)), "weir")
    return hit.before, hit.after


def test_what_stands_around_a_hit_is_cut_between_words() -> None:
    before, after = around(f"{'keepers ' * 20}at the weir {'pumped ' * 20}on.")
    assert before.startswith("… keepers ")
    assert before.endswith("at the ")
    assert after.endswith(" pumped …")


def test_a_short_paragraph_is_shown_whole() -> None:
    assert around("The river rose.\nKeepers at the weir slept.") == ("Keepers at the ", " slept.")


def test_a_word_without_an_end_is_cut_all_the_same() -> None:
    before, _ = around(f"{'a' * 300}, weir")
    assert len(before) < len("a" * 150)
