from hypothesis import given
from hypothesis import strategies as st

from twosource.store.revisions import is_version, revised

WORDS = st.lists(st.sampled_from(["ferry", "ran", "aground", "off", "Velm", "12", "dead", "\n"]), max_size=30).map(
    " ".join
)


def changes(before: str, after: str) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in revised(before, after)]


def test_a_changed_number_is_one_difference_with_its_place_in_both_texts() -> None:
    before, after = "At least 12 people died off Velm.", "At least 14 people have died off Velm."
    found = revised(before, after)
    assert [(one.before, one.after) for one in found] == [("12", "14"), ("", "have")]
    assert after[found[0].after_start : found[0].after_end] == "14"


def test_white_space_alone_is_no_difference() -> None:
    assert changes("The ferry ran\naground.", "The  ferry ran aground.") == []


def test_a_paragraph_that_was_taken_out_is_one_difference() -> None:
    assert changes("One. Two three four.\n\nFive six.", "One. Two three four.") == [("Five six.", "")]


def test_neighbouring_replacements_are_shown_as_one() -> None:
    assert changes("the old grey ferry sank", "the new white ferry sank") == [("old grey", "new white")]


@given(WORDS, WORDS)
def test_both_texts_can_be_put_together_from_the_differences(before: str, after: str) -> None:
    found = revised(before, after)
    assert all(one.before == before[one.before_start : one.before_end] for one in found)
    assert all(one.after == after[one.after_start : one.after_end] for one in found)
    made = before
    for one in reversed(found):
        made = f"{made[: one.before_start]} {one.after} {made[one.before_end :]}"
    assert made.split() == after.split()


def test_texts_too_long_to_lay_out_by_words_are_compared_by_lines() -> None:
    lines = [" ".join(f"{word}{n}" for word in ("ferry", "ran", "aground", "off", "velm") * 4) for n in range(700)]
    changed = [*lines[:300], "something else", *lines[301:]]
    changed[0], changed[-1] = "a", "b"
    assert len(revised("\n".join(lines), "\n".join(changed))) == 3


def test_a_rewritten_flash_is_a_version_and_another_days_page_is_not() -> None:
    flash = "A ferry ran aground off Velm on Monday, the harbour police said."
    later = "A ferry ran aground off Velm on Monday, killing 12, police said. " + "Divers went down at noon. " * 9
    other = "The council of Sandry voted to close its airfield on Tuesday, the mayor said. " * 3
    assert is_version(flash, later)
    assert not is_version(flash, other)
    assert not is_version("", flash)
