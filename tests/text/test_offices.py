"""Which offices a description can mean."""

import pytest

from twosource.language.lexicon import lexicon_of
from twosource.text.offices import Offices


def holders(noun: str, *asked: str, **roles: str) -> set[str]:
    offices = Offices(roles.items(), lexicon_of("en"))
    return {office.holder for office in offices.of(noun, asked) if office.fits(asked)}


def test_an_office_is_asked_by_its_noun_and_the_words_beside_it() -> None:
    assert holders("mayor", "norvale", ada="mayor of Norvale", ben="mayor of Oss") == {"ada"}


def test_a_place_is_met_by_the_word_for_its_people() -> None:
    assert holders("president", "norvalian", ada="president of Norvalia") == {"ada"}


def test_a_phrase_may_list_several_offices() -> None:
    assert holders("mayor", ada="engineer, mayor and chairman") == {"ada"}


@pytest.mark.parametrize("role", ["friend of the president", "envoy to the president", "adviser for the president"])
def test_who_is_near_an_office_does_not_have_it(role: str) -> None:
    assert holders("president", ada=role) == set()


def test_a_leader_of_a_place_is_whoever_leads_it_but_a_leader_alone_is_no_president() -> None:
    assert holders("leader", "norvalian", ada="president of Norvalia") == {"ada"}
    assert holders("leader", ada="president of Norvalia") == set()


def test_a_former_holder_is_told_from_one_who_has_it() -> None:
    [office] = Offices([("ada", "former mayor")], lexicon_of("en")).of("mayor", ())
    assert office.other == {"former"}


def test_so_many_holders_that_they_are_a_list_mean_nobody() -> None:
    many = [(number, "mayor") for number in range(101)]
    assert Offices(many, lexicon_of("en")).of("mayor", ()) == []
    assert len(Offices(many[1:], lexicon_of("en")).of("mayor", ())) == 100
