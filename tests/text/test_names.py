"""People's names: parts, spellings, and who can be whom."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.names import Name, read_name, same_person, spelled_alike, without_titles


def same(left: str, right: str) -> bool:
    return bool(same_person(read_name(left, "en"), read_name(right, "en")))


def test_titles_and_suffixes_are_taken_off() -> None:
    assert read_name("Lt. Gov. Mara Ellison Jr.", "en") == Name(
        titles=("lt gov",), given=("mara",), surname="ellison", suffix="jr", language="en"
    )


def test_a_possessive_ending_is_no_part_of_a_name() -> None:
    assert read_name("Ellison’s", "en").surname == "ellison"


def test_particles_belong_to_the_surname() -> None:
    assert read_name("Jonas van der Berg", "en").surname == "van der berg"


def test_transliterations_of_one_surname_are_alike() -> None:
    assert spelled_alike("lysenko", "lisenko", "en")
    assert spelled_alike("khodakov", "hodakov", "en")
    assert spelled_alike("marynskyy", "marinsky", "en")


def test_short_surnames_one_letter_apart_are_two_families() -> None:
    assert not spelled_alike("moss", "ross", "en")
    assert not spelled_alike("brooke", "brooks", "en")


def test_a_bare_surname_fits_a_full_name() -> None:
    assert same("Mara Ellison", "Ms. Ellison")


def test_another_given_name_is_another_person() -> None:
    assert not same("Mara Ellison", "Tobias Ellison")


def test_an_initial_and_a_short_form_fit() -> None:
    assert same("M. Ellison", "Mara Ellison")
    assert same("Bill Hartnell", "William Hartnell")


def test_mr_is_not_a_woman() -> None:
    assert not same("Mary Ellison", "Mr Ellison")


def test_father_and_son_are_told_apart() -> None:
    assert not same("Ray Ellison Jr.", "Ray Ellison III")


def test_a_given_name_alone_fits_nobody() -> None:
    assert not same("Mara Ellison", "Mara")


def test_titles_are_left_out_of_the_shown_name() -> None:
    assert without_titles("Police Chief Mara Ellison", "en") == "Mara Ellison"


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    name = read_name(text, "en")
    assert not name.given or name.surname


def test_words_of_an_office_taken_for_given_names_make_nobody_another_person() -> None:
    assert same("Harbour Affairs Mara Ellison", "Mara Ellison")
    assert not same("Harbour Affairs Mara Ellison", "Jon Ellison")
