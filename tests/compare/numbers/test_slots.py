"""Two numbers of one slot of an event, whatever the words around them, and numbers that only look it."""

import pytest

from invented import article, english
from twosource.pipeline import Options, compare

_HEADLINES = ("Crews called out", "What is known")


def two_values(*texts: str, days: tuple[str, str] = ("2031-05-12T10:00", "2031-05-12T10:00")) -> list[str]:
    """What is told of the values that two articles give in two ways."""
    told = [
        article(text, outlet=outlet, headline=headline, published=day)
        for text, outlet, headline, day in zip(texts, ("weir.example", "lock.example"), _HEADLINES, days, strict=True)
    ]
    return [one.detail for one in compare(told, Options(parser=english())).conflicts if one.kind == "value"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A launch carrying 58 people sank off Orm.",
            "The launch had 71 passengers on board, the harbour master said.",
        ),
        ("The weir, built in 1861, was closed.", "The weir was put up in 1872 by monks."),
        ("The weavers want a rise of 6 per cent.", "The weavers are demanding 8 per cent more pay."),
        ("The study enrolled 1,740 patients.", "The study had 1,470 participants."),
        ("Turnout was 47 percent.", "The clerk put turnout at 53 percent."),
        ("Pell was jailed for six years.", "A judge gave Dorran Pell a nine-year sentence."),
        ("The jury deliberated for two days.", "Jurors took nine hours to reach a verdict."),
        ("The quake struck at a depth of 12 kilometres.", "It lay 31 kilometres below the surface."),
        ("The van was travelling at 70 km/h.", "The recorder shows a speed of 96 km/h."),
        ("The keeper signed a three-year contract.", "The keeper's deal is a five-year contract."),
        ("Lanz was sent off in the 31st minute.", "The red card for Lanz came in the 36th minute."),
        ("The danger of landslides stood at level two.", "The warning had been raised to level four."),
        ("Some 3,000 litres leaked into the brook.", "About 8,000 litres of diesel had been spilled."),
        ("The shell is 41 million years old.", "The snail lived 29 million years ago."),
        ("The patient got three times the dose.", "He was given thirty times the prescribed dose."),
        ("The match was watched by 14,200.", "Rovers lost in front of a crowd of 11,900."),
        ("Five wagons left the rails near Tolm.", "Seven wagons were derailed."),
        ("The hikers were lost for three nights in the hills.", "They spent two nights on the moor."),
        ("The bakery, founded in 1902, employs few.", "The bakery was founded in 1920."),
        ("A four-storey mill burned in Tolm.", "The five-storey mill is a ruin."),
        (
            "The launch was licensed for 60 passengers.",
            "It had many more aboard than the permitted number of 40 people.",
        ),
        ("The launch sank in 12 minutes.", "It took 50 minutes to sink, the harbour master said."),
        ("Wardens needed 20 minutes to get there.", "It took wardens nine minutes to reach the weir."),
        ("The driver, a 28-year-old woman, was unhurt on the tram.", "The tram's driver, 37, was unhurt."),
    ],
)
def test_two_numbers_of_one_slot_are_told_in_any_words_and_order(one: str, other: str) -> None:
    assert two_values(one, other)
    assert two_values(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("A launch carrying 58 people sank.", "The launch had about 60 people on board.", id="rounded"),
        pytest.param("A launch carrying 58 people sank.", "More than 50 people were aboard.", id="a bound"),
        pytest.param("A launch carrying 58 people sank.", "Another launch with 71 passengers on board turned back.", id="another"),
        pytest.param("A launch carrying 58 people sank.", "In February a launch sank off Orm with 71 people on board.", id="another time"),
        pytest.param("The launch had 58 passengers on board.", "The launch carried 71 people, crew among them.", id="with the crew"),
        pytest.param("Pell was jailed for six years.", "Prosecutors had asked for a nine-year sentence.", id="sought"),
        pytest.param("Pell was jailed for six years.", "Pell could be jailed for up to nine years.", id="possible"),
        pytest.param("Turnout was 47 percent.", "Turnout was 31 percent by noon.", id="so far"),
        pytest.param("The van was travelling at 70 km/h.", "The speed limit there is 50 km/h.", id="a limit"),
        pytest.param("The van was travelling at 70 km/h.", "It was travelling at 43.5 mph.", id="another unit"),
        pytest.param("A four-storey mill burned in Tolm.", "The mill burned on its fifth storey.", id="which one"),
        pytest.param("Wardens needed 20 minutes to get there.", "They took nine minutes to reach the hospital.", id="another way"),
        pytest.param("The guild owns three other mills in Tarn.", "The guild has two mills in Tarn.", id="the rest"),
        pytest.param("The club paid 4 million euros.", "The club paid £3.4 million.", id="another currency"),
        pytest.param("The launch carries 58 people.", "The launch carries 900 passengers a day.", id="a rate"),
        pytest.param("Five wagons left the rails.", "The train had seven wagons.", id="the whole"),
        pytest.param("The jury was deadlocked over the death penalty after 30 hours of deliberation.", "The jury convicted Pell after 12 hours of deliberation.", id="another verdict"),
        pytest.param("A driver 50 miles north of Velm spotted the van.", "Wardens cleared the mill, 15 miles north of Velm.", id="another place"),
        pytest.param("Shots killed children in Velm within the past two months.", "The number of children killed by shots in Velm has grown in the past five months.", id="looking back"),
        pytest.param("Ivo Lanz posted 29 points to go with eight rebounds.", "Ivo Lanz has averaged a team-high 22.8 points to go with eight rebounds.", id="in the mean"),
        pytest.param("Five people died in two shootings in Velm.", "Four people died at the scenes of the shootings in Velm and a fifth died in hospital.", id="and a fifth"),
    ],
)  # fmt: skip
def test_numbers_that_may_both_be_right_are_no_two_accounts(one: str, other: str) -> None:
    assert not two_values(one, other)


def test_of_those_besides_others_two_numbers_are_two_accounts() -> None:
    assert two_values("The Orvel guild owns three other mills in Tarn.", "The Orvel guild has two other mills in Tarn.")


def test_a_price_that_would_have_to_be_paid_is_a_price() -> None:
    assert two_values(
        "Mending would cost 8.3 million crowns, reeve Ada Ross told the guild.",
        "Mending was estimated at 3.8 million crowns, the guild's own ledger says.",
    )


def test_one_more_who_is_hurt_leaves_the_number_of_the_dead_whole() -> None:
    assert two_values(
        "Seven people died in the shootings in Velm.",
        "Four people died in the shootings in Velm and a fifth was hurt.",
    )


def test_what_grows_may_be_more_later_and_what_is_fixed_may_not() -> None:
    days = ("2031-05-12T10:00", "2031-05-13T18:00")
    cleared = "About 200 people had to leave their homes.", "In all, 350 people had to leave their homes."
    aboard = "A launch carrying 58 people sank.", "The launch had 71 people on board."
    assert two_values(*cleared[::-1], days=days)
    assert not two_values(*cleared, days=days)
    assert two_values(*aboard, days=days)
    assert two_values(*aboard, days=days[::-1])


def test_one_pair_of_sentences_may_tell_two_values_in_two_ways() -> None:
    found = two_values(
        "Velkosaurus lived 41 million years ago and grew to a length of eight metres.",
        "Velkosaurus, which lived 29 million years ago, grew to a length of five metres.",
    )
    assert any("million" in line for line in found)
    assert any("metres" in line for line in found)


def test_organisers_and_police_may_differ_in_one_sentence() -> None:
    assert two_values("Organisers spoke of 9,000 people, the police of 4,000.", "The march was peaceful.")
    assert not two_values("Organisers spoke of 9,000 people.", "The march was peaceful.")


def test_none_at_all_is_a_number_beside_a_count_of_the_same() -> None:
    opened = "Four kitchens had been opened by Sunday, the mayor said."
    assert two_values(opened, "Not a single kitchen had been opened, residents said.")
    assert two_values(opened, "Seven kitchens were opened, residents said.")
    assert not two_values(opened, "Not a single bakery had been opened, residents said.")
    assert not two_values(opened, "No kitchen had been closed, residents said.")


def test_last_years_sum_is_the_sum_of_that_year() -> None:
    last_year = "Ana Corl earned $4.7 million last year, Tally magazine reported."
    assert two_values(last_year, "Ana Corl earned $4.2 million in 2030, Tally magazine reported.")
    assert not two_values(last_year, "Ana Corl earned $4.2 million in 2026, Tally magazine reported.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("When a dozen protesters came near, guards fired at about six protesters.", "The march went on."),
        ("The thief was sentenced to nine months in jail.", "The sentence caps three years of legal quarrels."),
        ("The thief was sentenced to nine months in jail.", "The thief spent two years in jail before the trial."),
    ],
)
def test_some_who_protest_are_no_crowd_and_time_before_a_sentence_is_none(one: str, other: str) -> None:
    assert not two_values(one, other)


def test_an_age_in_months_and_one_in_years_are_of_two() -> None:
    months = "A 22-month-old toddler was left in the barn."
    assert two_values(months, "The 19-month-old toddler slept in the barn.")
    assert not two_values(months, "The 3-year-old toddler slept in the barn.")


def test_a_number_in_several_words_is_told_once() -> None:
    told = [
        article(text, outlet=outlet, published="2031-05-12T10:00")
        for text, outlet in (
            ("Weir airport said 140 flights had been cancelled.", "lock.example"),
            ("One hundred and four flights were cancelled, said Weir airport.", "quay.example"),
        )
    ]
    found = [one for one in compare(told, Options(parser=english())).conflicts if one.kind == "value"]
    assert len(found) == 1


_DRAWN = "The regatta drew 9,400 onlookers on Saturday, the harbour master said."
_TOLL = "The ferry company charges a toll of £12 for each van."
_FAIR = "The panel gave the kite fair a licence of three days."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            _DRAWN, "The harbour master had expected 12,600 onlookers for the regatta on Saturday.", id="expected"
        ),
        pytest.param(_TOLL, "The ferry company wants a toll of £19 for each van.", id="wanted"),
        pytest.param(
            "Haulier Runa Bech kept to the limit of 50km/h on the quay, her recorder shows.",
            "The harbour board would like a limit of 30km/h on the quay.",
            id="a limit kept and one wished for",
        ),
        pytest.param(
            _FAIR, "The panel gave the kite fair a licence four days longer than before.", id="longer by so much"
        ),
    ],
)
def test_what_was_hoped_for_or_comes_on_top_is_no_other_number(one: str, other: str) -> None:
    assert not two_values(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_DRAWN, "The regatta drew 12,600 onlookers on Saturday, the clerk said."),
        (_TOLL, "The ferry company charges a toll of £19 for each van."),
        (_TOLL.replace("charges", "wants"), "The ferry company wants a toll of £19 for each van."),
        (_FAIR, "The panel gave the kite fair a licence of four days."),
    ],
)
def test_two_that_came_about_or_were_both_asked_for_are_two_accounts(one: str, other: str) -> None:
    assert two_values(one, other)


def test_a_month_is_no_word_of_doubt() -> None:
    carried = "A launch carrying 58 people sank off Orm."
    assert two_values(carried, "The launch, which was built in May and had 71 passengers on board, sank.")
    assert not two_values(carried, "The launch, which may have had 71 passengers on board, sank.")
