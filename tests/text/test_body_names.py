"""Two names of one body: spelled, shortened, abbreviated or known."""

import pytest

from twosource.text.body_names import is_shorter, read_body_name, same_body


def same(left: str, right: str) -> bool:
    return bool(same_body(read_body_name(left, "en"), read_body_name(right, "en")))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the U.N. refugee agency", "UNHCR"),
        ("the UN High Commissioner for Refugees", "the UN refugee agency UNHCR"),
        ("the Russian Defense Ministry", "Russia's Ministry of Defence"),
        ("the foreign ministry in Berlin", "the German Foreign Ministry"),
        ("Moscow", "the Russian government"),
        ("Norvale Police Department", "Norvale police"),
        ("NPD", "Norvale police"),
        ("HCSO", "Holl County Sheriff's Office"),
        ("the World Refuge Agency (WRA)", "World Refuge Agency"),
        ("Striva", "Striva Inc."),
        ("Olvane Partners", "Olvane Partners, L.P."),
        ("Olvane Mills", "Olvane Mills Limited"),
        ("the Associated Press", "AP"),
    ],
)
def test_one_body_under_two_names(left: str, right: str) -> None:
    assert same(left, right)
    assert same(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the Kremlin", "Moscow"),
        ("Moscow police", "Russian police"),
        ("the Harbour Authority", "the Coal Authority"),
        ("the Ostrian defence ministry", "the Russian defence ministry"),
        ("the Norvale Herald", "the Norvale Council"),
        ("who", "the World Health Organization"),
        ("the group", "Halvard Group"),
        ("the union", "the European Union"),
        ("ministers and the IMF", "the IMF"),
    ],
)
def test_two_bodies(left: str, right: str) -> None:
    assert not same(left, right)


def test_a_shorter_form_has_the_same_head_and_fewer_words() -> None:
    office = read_body_name("Holl County Sheriff's Office", "en")
    assert is_shorter(read_body_name("the Sheriff's Office", "en"), office)
    assert not is_shorter(read_body_name("Holl County", "en"), office)
    assert not is_shorter(office, office)


def test_no_words_are_no_name() -> None:
    assert read_body_name("", "en").words == frozenset()
    assert not same("", "")


def test_the_noun_of_a_name_is_not_its_head_where_more_stands_behind() -> None:
    assert not is_shorter(read_body_name("police", "en"), read_body_name("police and a friend of the man", "en"))
    assert not is_shorter(read_body_name("the union", "en"), read_body_name("the European Union", "en"))
    assert is_shorter(read_body_name("police", "en"), read_body_name("the Norvale Bureau of Police", "en"))
    assert not is_shorter(read_body_name("police", "en"), read_body_name("the Norvale Order of Police", "en"))
    for several in ("state and local police", "the mayor and Norvale police"):
        assert not is_shorter(read_body_name("police", "en"), read_body_name(several, "en"))
    assert is_shorter(
        read_body_name("the Health Ministry", "en"), read_body_name("the Ministry of Health and Labour", "en")
    )
