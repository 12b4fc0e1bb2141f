"""Words laid side by side."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.alignment.wording import content_stems, negated, stem, swaps, words_of
from twosource.language import lexicon_of
from twosource.model import Span


def test_forms_of_one_word_have_one_stem() -> None:
    assert len({stem(word, "en") for word in ("stop", "stops", "stopped", "stopping")}) == 1
    assert stem("children", "en") == stem("kids", "en") == "child"
    assert stem("5,840", "en") == "5840"


def test_a_number_in_words_is_the_number() -> None:
    assert stem("seven", "en") == stem("7", "en")


def test_words_without_matter_are_left_out() -> None:
    text = "They said that the sluice was not open"
    assert content_stems(words_of(text, "en", Span(start=0, end=len(text)))) == ("sluice"[:-1], "open")


def test_a_negation_is_seen_and_not_only_is_none() -> None:
    for text in ("We do not know", "We don’t know", "Nobody knows", "no way"):
        assert negated(words_of(text, "en", Span(start=0, end=len(text))), lexicon_of("en")), text
    text = "not only here"
    assert not negated(words_of(text, "en", Span(start=0, end=len(text))), lexicon_of("en"))


def test_what_two_wordings_do_not_share_is_told_in_order_with_its_edges() -> None:
    left, right = "These are confused boys today", "Those are frightened boys"
    one, two = (words_of(text, "en", Span(start=0, end=len(text))) for text in (left, right))
    found = [([w.text for w in s.left], [w.text for w in s.right], s.edge) for s in swaps(one, two)]
    assert found == [(["these"], ["those"], True), (["confused"], ["frightened"], False), (["today"], [], True)]


@given(st.text(max_size=60))
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words_of(text, "en", Span(start=0, end=len(text))):
        assert text[word.start : word.end].lower().replace("’", "'") == word.text


@given(st.text(alphabet="ab c", max_size=30))
def test_a_wording_does_not_part_from_itself(text: str) -> None:
    one = words_of(text, "en", Span(start=0, end=len(text)))
    assert swaps(one, one) == ()
