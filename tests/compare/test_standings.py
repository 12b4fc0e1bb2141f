"""Records of one team that are told in two ways, and large numbers of which each article gives one."""

import twosource


def _conflicts(*texts: str) -> list[str]:
    return [conflict.detail for conflict in twosource.compare(text=texts).conflicts if conflict.kind == "value"]


def test_a_record_that_differs_by_a_game_is_shown_with_who_has_which() -> None:
    first = "Tolm wins\n\nThe win put the Harriers (10-5) into the last round, the league said on Sunday."
    second = "Harriers go on\n\nThis gave the Harriers a 9-5 season and a place in the last round."
    (told,) = _conflicts(first, second)
    assert "“Harriers (10-5)” in " in told
    assert "“Harriers a 9-5” in " in told


def test_a_score_is_no_record_and_far_records_are_those_of_two_seasons() -> None:
    assert not _conflicts(
        "Tolm wins\n\nThe Harriers beat the Otters 20-13 on Sunday, the league said.",
        "Harriers go on\n\nA late run gave the Harriers a 20-12 lead at Tolm.",
    )
    assert not _conflicts(
        "Tolm wins\n\nThe win put the Harriers (10-5) into the last round, the league said on Sunday.",
        "Harriers go on\n\nThe Harriers (2-14) owned the worst record of the league a year ago.",
    )


def test_the_only_large_number_of_a_thing_differs_between_articles() -> None:
    first = "Rule changes\n\nThe office of Tolm received nearly 235,000 letters about the rule, clerks said."
    second = "New rule\n\nClerks had to read 300,000 letters from the public about the rule."
    (told,) = _conflicts(first, second)
    assert "300,000 letters" in told
    assert "235,000 letters" in told


def test_an_article_that_gives_two_large_numbers_tells_of_two_things() -> None:
    second = "New rule\n\nClerks had to read 300,000 letters from the public about the rule."
    assert not _conflicts(
        "Rule changes\n\nThe office got 235,000 letters about the rule, and clerks sent out 180,000 letters.", second
    )
    # Of a number and a part of it the number is the one.
    assert _conflicts(
        "Rule changes\n\nThe office got 235,000 letters about the rule, of which clerks sent back 180,000 letters.",
        second,
    )
