import pytest

from twosource.text.prose import amount, counted, inside, listed, number, opened


@pytest.mark.parametrize(
    ("names", "limit", "said"),
    [
        ([], 0, ""),
        (["a"], 0, "a"),
        (["a", "b"], 0, "a and b"),
        (["a", "b", "c"], 0, "a, b and c"),
        (["a", "b", "c"], 2, "a, b and 1 more"),
        (["a", "b"], 2, "a and b"),
    ],
)
def test_names_are_listed_as_in_a_sentence(names: list[str], limit: int, said: str) -> None:
    assert listed(names, limit) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("The Harbour Authority", "the Harbour Authority"),
        ("A male voice off camera", "a male voice off camera"),
        ("An officer of the port", "an officer of the port"),
        ("A Quiet Quay", "A Quiet Quay"),
        ("Theodora Lund", "Theodora Lund"),
        ("A", "A"),
        ("A ", "A "),
        ("", ""),
    ],
)
def test_inside_a_sentence_a_name_begins_small_only_with_an_article(name: str, said: str) -> None:
    assert inside(name) == said


def test_small_numbers_are_words_and_carry_their_noun() -> None:
    assert [number(count) for count in (0, 12, 13, 1200)] == ["no", "twelve", "13", "1,200"]
    assert (counted(1, "story", "stories"), counted(2, "story", "stories")) == ("one story", "two stories")
    assert (opened("two texts"), opened("")) == ("Two texts", "")
    assert opened("bay.example has it") == "bay.example has it"
    assert opened("bay. It") == "Bay. It"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (5840, "5,840"),
        (3.5, "3.5"),
        (1_000_000, "1 million"),
        (11_500_000, "11.5 million"),
        (2_345_678, "2,345,678"),
        (3_200_000_000, "3.2 billion"),
        (1e12, "1 trillion"),
        (0.333333333, "0.333333"),
    ],
)
def test_a_large_amount_is_said_short_where_nothing_is_lost(value: float, said: str) -> None:
    assert amount(value) == said
