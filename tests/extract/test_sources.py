"""Who a source phrase names: roles joined to names, names without what hangs behind them, and who never speaks."""

import pytest

from invented import article, spoken
from twosource.extract.entities.cast import bare_role
from twosource.language import lexicon_of


def sources(text: str) -> list[tuple[str, str]]:
    """Name and kind of the source of each paraphrase and quotation; "" for nobody."""
    one = article(text)
    statements, found = spoken(one)
    names = {source.id: (source.name, source.kind) for source in found}
    return [
        names[s.source] if s.source else ("", s.source_reason)
        for s in statements
        if s.kind != "assertion" and not s.scare
    ]


def names(text: str) -> list[str]:
    return [name for name, _ in sources(text)]


def test_a_role_is_the_one_person_who_was_named_with_it() -> None:
    text = 'Mayor Ellen Brandt opened the pier on Monday. "It will last a century," the mayor said.'
    assert names(text) == ["Ellen Brandt"]


def test_a_role_is_nobody_named_where_another_of_that_role_is_spoken_of() -> None:
    text = 'Mayor Ellen Brandt opened the pier. A mayor of a nearby town stayed away. "It will last," the mayor said.'
    assert names(text) == ["the mayor"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A sheriff's deputy fell. Sheriff Ida Thorne came. The deputy would live, the sheriff said.", "Ida Thorne"),
        ("Two pastors fell. Pastor Ida Thorne came. They would live, the pastor said.", "Ida Thorne"),
        ("Pastor Ida Thorne came. Two pastors fell. They would live, the pastor said.", "the pastor"),
        ("Pastor Ida Thorne met Pastor Tom Orly. They would wait, the pastor said.", "the pastor"),
        (
            "Pastor Tom Orly fell.\n\nNobody came.\n\nPastor Ida Thorne came. He would live, the pastor said.",
            "Ida Thorne",
        ),
    ],
)
def test_of_several_of_a_role_the_one_who_is_spoken_of_last_is_meant(text: str, told: str) -> None:
    assert names(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dock Board spokesperson Ida Thorne came. The pier was safe, the spokeswoman said.", "Ida Thorne"),
        ("Dock Board secretary Ida Thorne came. The pier was safe, the spokeswoman said.", "the spokeswoman"),
        ("The boy's uncle, Tom Orly, came. The pier was safe, the boy's uncle said.", "Tom Orly"),
        ("The boy's uncle, Tom Orly, came. The pier was safe, the girl's uncle said.", "the girl's uncle"),
        ("A weary President Ida Thorne came. The pier was safe, the president said.", "Ida Thorne"),
    ],
)
def test_a_role_is_whoever_was_named_with_another_word_for_it(text: str, told: str) -> None:
    assert names(text) == [told]


def test_a_former_mayor_is_not_the_mayor() -> None:
    assert names('Former mayor Ellen Brandt opened the pier. "It will last a century," the mayor said.') == [
        "the mayor"
    ]


def test_a_company_director_is_the_director_of_the_company_named_before() -> None:
    text = 'Jan Oster, chief executive of Halvard Grain, came. "We are sorry," the company\'s chief executive said.'
    assert names(text) == ["Jan Oster"]


def test_of_two_presidents_the_country_tells_which_and_nothing_else_does() -> None:
    text = "Norvian President Ada Kell met Lustrian President Tom Orly. The Norvian president said the talks were good."
    assert names(text) == ["Ada Kell"]
    assert names(text.replace("The Norvian president", "The president")) == ["The president"]


def test_a_description_with_other_words_is_somebody_else() -> None:
    text = "The Lustrian Greens said the pier was unsafe. The Harbour Greens said it would hold."
    assert len(set(names(text))) == 2


def test_nobody_in_particular_is_never_a_source() -> None:
    assert set(names("Nobody said the pier was safe. Everyone said it would fall. No one claimed it was sound.")) == {
        ""
    }


def test_somebody_in_particular_is() -> None:
    assert names("One of the divers said the pier was safe.") == ["One of the divers"]


def test_a_label_at_the_head_of_a_line_is_no_source() -> None:
    assert "Correction" not in " ".join(names('Correction: an earlier version said "ten ships" were lost.'))


def test_an_age_behind_a_name_tells_a_person_and_is_no_part_of_the_name() -> None:
    assert sources('Maud Hollin, 71, said her windows had "jumped in their frames".')[0] == ("Maud Hollin", "person")


def test_a_name_with_an_article_before_it_is_no_person() -> None:
    assert sources("The Ossian Herald reports that the pier will close.") == [("The Ossian Herald", "outlet")]


def test_a_name_ends_before_its_clause_a_time_and_a_possessive() -> None:
    assert names("The Harbour Council, which runs the port, said it had warned the firm.") == ["The Harbour Council"]
    assert names("The Norvian president last night said the crews were safe.") == ["The Norvian president"]
    assert names("According to the Harbour Council's own report, the crews were safe.") != ["the Harbour Council's"]


def test_two_people_who_speak_together_are_not_one_of_them() -> None:
    assert names("Tobias Renner and Jakob Aumann said the gates were rotten.") == ["Tobias Renner and Jakob Aumann"]


def test_a_lawyer_named_behind_another_person_is_still_one_person() -> None:
    assert names("Tobias Renner, a pilot and father of two, said the gates were rotten.") == ["Tobias Renner"]


def test_it_appears_is_nobodys_word() -> None:
    text = "The council said it would pay. It appears the gates were rotten."
    assert names(text)[0] == "council"
    assert "council" not in names(text)[1:]


def test_who_wrote_is_the_one_described_before_it_and_not_a_second_one() -> None:
    text = "Photos of the fire were shared by a Norvian lawmaker, who wrote: “The roof came down first and we ran.”"
    one = article(text)
    _, found = spoken(one)
    assert [source.name for source in found] == ["a Norvian lawmaker"]


def test_a_sheriffs_office_is_a_body_and_nobodys_surname() -> None:
    text = "Sheriff Ada Quill spoke on Monday. The Harrow County Sheriff's Office said two boats sank."
    assert names(text)[-1] == "The Harrow County Sheriff's Office"


def test_a_given_name_before_a_surname_with_junior_belongs_to_it() -> None:
    found = names("Corven Tallis Jr. told police that the gate was open. Mr. Tallis said he had locked it.")
    assert set(found) == {"Corven Tallis Jr"}


def test_several_are_not_the_one_that_spoke_before() -> None:
    text = "One diver said the pier was safe. The divers said the pier had moved."
    assert len(set(names(text))) == len(names(text))


def test_he_is_nobody_without_a_name_who_was_spoken_of_long_before() -> None:
    between = "The pier was closed. The gates were shut. The boats stayed out. It rained. "
    near, far = (
        "A lawmaker came late. He said the pier was rotten.",
        f"A lawmaker came late. {between}He said the pier was rotten.",
    )
    assert names(near) == ["A lawmaker"]
    assert names(far) == [""]


def roles(text: str) -> list[tuple[str, str | None]]:
    one = article(text)
    return [(source.name, source.role) for source in spoken(one)[1]]


def test_a_role_is_the_description_without_the_name_and_its_commas() -> None:
    assert roles("The union met. Its secretary, Greta Falk, said members would stay out.") == [
        ("Greta Falk", "Its secretary")
    ]
    assert roles("A spokeswoman for the council, Ada Holm, said it was old.") == [
        ("Ada Holm", "A spokeswoman for the council")
    ]


def test_a_form_of_address_alone_is_no_role_and_an_office_is() -> None:
    assert roles("Dr Nadia Brand, the clinic's medical director, said eleven had died.") == [
        ("Nadia Brand", "the clinic's medical director")
    ]
    assert roles("It was old, Mr Ellis Brandt said.") == [("Ellis Brandt", None)]
    assert roles("President Ellen Brandt said it was old.") == [("Ellen Brandt", "President")]


def test_the_holder_of_an_office_of_a_town_is_a_person_named_behind_it() -> None:
    assert sources("The mayor of Norvale, Ellen Brandt, said it was old.") == [("Ellen Brandt", "person")]


def test_what_has_run_a_port_is_a_body_and_who_has_is_a_person() -> None:
    assert sources("Halvard Grain, which has run the terminal since 2022, said the dryer was cold.") == [
        ("Halvard Grain", "body")
    ]
    assert sources("Tomas Ekeland, who has run the terminal since 2022, said the dryer was cold.") == [
        ("Tomas Ekeland", "person")
    ]


def test_a_house_that_bears_the_name_of_its_head_is_a_body_and_the_head_a_person() -> None:
    text = (
        "Halvard Grain denied that a dryer was hot. “It was cold,” said the company's chief executive, Magnus Halvard."
    )
    assert sources(text) == [("Halvard Grain", "body"), ("Magnus Halvard", "person")]


def test_a_nickname_in_marks_stands_in_a_persons_name_and_a_name_of_a_place_has_none() -> None:
    text = 'Anders "Skipper" Holm, who runs an inn, said he opened at four. “They came in grey,” he said.'
    assert [one for one in sources(text) if one[0]] == [('Anders "Skipper" Holm', "person")] * 2
    assert "person" not in [kind for _, kind in sources('The Old "Kitchen" Quarter said it would burn no coal.')]


def test_a_given_name_at_the_head_of_a_sentence_is_no_preposition() -> None:
    text = "Per Lindqvist, who repaired dryers, said that it was faulty. “They knew it,” Mr Lindqvist said."
    assert set(names(text)) == {"Per Lindqvist"}


def test_how_people_spoke_is_no_part_of_what_they_are_called() -> None:
    text = "Two people familiar with the last inspection, who spoke on condition of anonymity, said the alarm was off."
    assert names(text) == ["Two people familiar with the last inspection"]


def test_a_refusal_to_speak_is_nothing_that_anybody_said() -> None:
    for text in (
        "Halvard Grain, the terminal's owner, has refused to comment.",
        "Police declined to comment on the case.",
        "Ada Holm would not say whether the dryer was cold.",
    ):
        assert names(text) == [], text
    assert names('One resident, who did not want to be named, said: "I put the cat in a bag and I walked."') == [
        "One resident"
    ]


def test_a_refusal_to_do_something_and_words_about_a_comment_are_still_said() -> None:
    assert names("Ada Holm declined to lower the toll.") == ["Ada Holm"]
    assert names("Ada Holm said that she would not comment on a plan that was mad.") == ["Ada Holm"]
    assert names("Ada Holm told how the roof fell.") == ["Ada Holm"]


def test_kin_and_callings_before_a_name_tell_a_person_whatever_the_name_is() -> None:
    text = (
        "His aunt, Quilla Means, said the pier was closed. Former Norvale Grain executive Osk Tarnapil said it was not."
    )
    assert sources(text)[0] == ("Quilla Means", "person")
    assert sources(text)[1] == ("Osk Tarnapil", "person")


def test_who_is_shortened_to_a_surname_is_a_person_and_a_house_is_not() -> None:
    text = (
        "Quarletta Temple said the pier was open. The gate was shut, Temple said. Norvale Chandlers said it was late."
    )
    assert sources(text)[:2] == [("Quarletta Temple", "person"), ("Quarletta Temple", "person")]
    assert sources(text)[2][1] != "person"


def test_a_police_force_and_a_station_are_no_people() -> None:
    assert sources("Harrow Norvale Police said the gate was open.")[0][1] == "body"
    assert sources("KTZB-TV reported that the gate was open.") == [("KTZB-TV", "outlet")]
    assert sources("State media Xinhua reported that the gate was open.")[0] == ("Xinhua", "outlet")


def test_a_title_that_was_cut_from_its_name_belongs_to_it() -> None:
    assert sources('"The gate was open," said Capt. Jeff Hollin.') == [("Jeff Hollin", "person")]


def test_figures_that_warn_are_people_and_figures_that_show_are_a_document() -> None:
    assert sources("Leading figures in the port warned that the pier would sink.")[0][1] == "unnamed"
    assert sources("The figures show that the pier is sinking.")[0][1] == "document"


def test_a_label_in_capitals_before_a_body_is_no_part_of_it() -> None:
    assert names("4:20 p.m. UPDATE: Norvale Fire Department says the pier is closed.")[-1] == "Norvale Fire Department"
    assert names("UPDATE 4:52 p.m: Norvale Fire Department says the pier is closed.")[-1] == "Norvale Fire Department"


def test_a_pronoun_goes_to_nobody_whom_the_text_calls_by_the_other_one() -> None:
    text = (
        "Sorrel Quist said she ran out of the shed. The roof fell, Sorrel Quist said. He was lucky to live, he added."
    )
    assert names(text)[-1] == ""


def test_the_pronoun_that_the_text_uses_tells_who_is_meant() -> None:
    text = (
        "Sorrel Quist opened her shed. Tamsin Arle opened his boat. "
        "Tamsin Arle met Sorrel Quist on the pier on Monday. She said the roof fell."
    )
    assert names(text) == ["Sorrel Quist"]


def test_the_president_of_a_nation_is_the_one_president_named_just_before() -> None:
    text = 'It came after President Quill announced a truce. The Norvalian president said he "admired" his troops.'
    assert set(names(text)) == {"Quill"}


def test_the_president_of_a_nation_is_nobody_named_where_two_are_or_another_nation_is_told() -> None:
    two = 'President Quill met President Hollin on Monday. The Norvalian president said he "admired" the troops.'
    assert set(names(two)) == {"The Norvalian president"}
    other = 'Ossian President Per Quill came on Monday. The Norvalian president said he "admired" the troops.'
    assert "Per Quill" not in names(other)


def test_the_authority_is_the_only_authority_named_before() -> None:
    text = "The Norvale Harbour Authority closed the pier. The authority said it would open on Monday."
    assert sources(text) == [("Norvale Harbour Authority", "body")]


def test_the_authority_is_nobody_in_particular_where_two_are_named() -> None:
    text = "The Norvale Harbour Authority met the Ossian Coal Authority. The authority said it would open the pier on Monday."
    assert names(text) == ["authority"]
    later = "The coal authority said it would open the pier. The Norvale Harbour Authority was not asked."
    assert "Norvale Harbour Authority" not in names(later)


def test_the_first_of_two_surnames_is_the_person_and_a_given_name_of_two_is_nobody() -> None:
    text = "Zulay Quintero Lu said the pier was closed. Quintero says a second pier is planned."
    assert names(text) == ["Zulay Quintero Lu", "Zulay Quintero Lu"]


def test_one_of_the_women_can_be_who_leads_in_a_quotation() -> None:
    text = "One of the other women is heard speaking into the phone, saying: 'Tamsin, he is alive and he is well.'"
    assert names(text) == ["One of the other women"]


def test_speakers_of_a_transcript_are_people() -> None:
    text = "BRANDT: The ferry was late again.\nQUILL: It was not.\nBRANDT: Then where was it?"
    assert sources(text) == [("BRANDT", "person"), ("QUILL", "person"), ("BRANDT", "person")]


def test_speakers_of_a_transcript_in_quotation_marks_are_people() -> None:
    text = '"BRANDT: The ferry was late.\n"(Laughter.)\n"QUILL: It was not.\n"It came at nine.\n"BRANDT: Then where was it?"'
    assert sources(text) == [("BRANDT", "person"), ("QUILL", "person"), ("BRANDT", "person")]


def test_a_name_with_particles_behind_a_calling_is_a_person() -> None:
    text = "Harbour Games technical director Ada van der Holm said the pier was closed."
    assert names(text) == ["Ada van der Holm"]


def test_a_chief_with_a_force_behind_the_name_is_a_person() -> None:
    text = "According to Chief Ada Hollin with the Norvale, Ossia Police, the pier was shut at noon."
    assert names(text) == ["Ada Hollin"]


def test_a_newspaper_before_a_name_tells_that_it_is_no_person() -> None:
    assert sources("The South Ossian newspaper Quosun Ilbar reported that the pier was shut.")[0][1] != "person"
    assert sources("Retired teacher Tobias Ilbar reported that the pier was shut.") == [("Tobias Ilbar", "person")]


def test_a_month_and_a_station_before_a_name_are_no_role() -> None:
    assert [bare_role(words, lexicon_of("en")) for words in ("February", "KTZ13's", "Interim Norvale Police Chief")] == [
        "", "", "Interim Norvale Police Chief",
    ]  # fmt: skip


def test_a_bare_surname_of_two_parts_is_the_person_named_in_full() -> None:
    text = "Jie Quillon-Marsh said the pier was shut. Quillon-Marsh said it was late."
    assert names(text) == ["Jie Quillon-Marsh", "Jie Quillon-Marsh"]


def test_who_is_named_church_is_a_person_and_a_force_named_after_a_town_is_none() -> None:
    assert names("Jessica Church teaches at the port. She says the pier is safe.") == ["Jessica Church"]


def test_who_speaks_goes_before_the_outlet_that_carries_it() -> None:
    text = 'Spokesman Tobias Holm said that the crew had been sent "to hold the pier at any price," Reuters reported.'
    one = article(text)
    statements, found = spoken(one)
    by_id = {source.id: source.name for source in found}
    assert [by_id[s.source or ""] for s in statements if s.kind == "quotation"] == ["Tobias Holm"]


def test_the_subject_of_a_phrase_with_with_is_who_claims() -> None:
    text = "The race was stopped for a second time, with some drivers claiming that the track was dry."
    assert names(text) == ["some drivers"]


def test_two_bodies_joined_speak_together_and_one_name_with_and_in_it_is_one() -> None:
    assert sources("The fire department and the police said the pier was shut.") == [
        ("The fire department and the police", "unnamed")
    ]
    assert sources("The Ministry of Ports and Fishing said the pier was shut.")[0][1] == "body"


def test_somebody_and_his_people_speak_together_and_a_second_office_is_the_same_person() -> None:
    assert sources("Ada Holm came. Holm and her colleagues said the pier was shut.")[0][1] == "unnamed"
    assert sources("Ada Holm, founder and owner of the ferry, said the pier was shut.") == [("Ada Holm", "person")]


def test_what_says_when_or_where_before_a_phrase_is_no_part_of_the_name() -> None:
    text = "Ada Holm, the mayor, spoke. From Norvale, Ada Holm said the pier was shut."
    assert set(names(text)) <= {"Ada Holm"}
    assert names("Earlier today deputies said the pier was shut.") == ["deputies"]


def test_a_name_without_a_label_is_what_the_article_takes_it_for() -> None:
    assert sources("Microsoft said the quay was safe.")[0][1] == "body"
    assert sources("Norvale.com reported that the quay was safe.")[0] == ("Norvale.com", "outlet")


def test_whose_spokesman_somebody_is_does_not_speak() -> None:
    assert names("Mayor Ada Holm's aide Tom Brandt said on Thursday that the pier was shut.") == ["Tom Brandt"]
    assert names("Mayor Ada Holm said on Thursday that Tom Brandt's pier was shut.") == ["Ada Holm"]


def test_rumours_are_nobodys_word() -> None:
    assert names("Rumours suggest that the quay is for sale.") in ([], [""])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('Edda Korvel, 52, gave evidence. "I was not there," the 52-year-old said.', "Edda Korvel"),
        ('Edda Korvel, a 52-year-old cook, and Ida Thorne, 40, came. "I left," the 52-year-old said.', "Edda Korvel"),
        ('Edda Korvel, 52, and Ida Thorne, 52, came. "I was not there," the 52-year-old said.', "the 52-year-old"),
        ('Edda Korvel, 52, met a 52-year-old man. "I was not there," the 52-year-old said.', "the 52-year-old"),
    ],
)
def test_an_age_is_the_one_person_of_that_age(text: str, told: str) -> None:
    assert names(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('Rovers lost again. Callum Breck left at noon. "We were poor," the Scot said.', "Callum Breck"),
        ('Rovers lost. Callum Breck left with Tom Orly. "We were poor," the Scot said.', "the Scot"),
        ('Callum Breck left at noon. A Scot stayed. "We were poor," the Scot said.', "Scot"),
        ('Callum Breck left at noon. "We were poor," the driver said.', "the driver"),
        ('Ida Thorne left at noon. "We were poor," the actor said.', "the actor"),
        ('Ida Thorne went to court. "We were robbed," the lawyer said.', "Ida Thorne"),
        ('Prosecutor Ida Thorne went to court. "We were robbed," the lawyer said.', "the lawyer"),
        ('Ida Thorne went to court. "We were robbed," the singer\'s lawyer said.', "the singer's lawyer"),
        ("Ida Thorne left at noon, according to the landlord.", "the landlord"),
        ('Chief Inspector Ida Thorne left at noon. "We were late," the chief said.', "Ida Thorne"),
        ('Inspector Ida Thorne left at noon. "We were late," the chief said.', "the chief"),
    ],
)
def test_another_word_for_somebody_is_the_only_one_spoken_of_just_before(text: str, told: str) -> None:
    assert names(text) == [told]


def test_a_manager_of_the_town_is_not_that_of_the_other_club() -> None:
    text = 'Rovers manager Stig Crell wept. "We will go on," the Dorne manager said.'
    assert names(text) == ["the Dorne manager"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Halvard Grain Corp. closed a mill. Halvard said it would open another.", ["Halvard Grain Corp."]),
        ("Dorne Police closed a road. Dorne said it would open another.", ["Dorne"]),
    ],
)
def test_a_firm_is_called_by_the_first_word_of_its_name_and_a_force_is_not(text: str, told: list[str]) -> None:
    assert names(text) == told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("PierTracker said the ferry was late.", "body"),
        ("Her label, Foxwell, closed. Foxwell said the song was late.", "body"),
        ("Brenzo's shareholders met on Monday. Brenzo said the ferry was late.", "body"),
        ("MacHolm said the ferry was late.", "person"),
    ],
)
def test_how_a_name_is_written_and_what_stands_beside_it_tell_a_body(text: str, kind: str) -> None:
    assert [told for _, told in sources(text)] == [kind]


def test_the_regulator_is_the_board_that_was_named_and_not_the_firm() -> None:
    text = "Halvard Grain was fined by the Fair Scales Board. The regulator said the firm had lied."
    assert names(text) == ["Fair Scales Board"]


def test_who_answers_another_is_the_one_who_spoke_before() -> None:
    text = (
        "Anna Holm told the coroner, Ida Thorne, that the ward was full. Tom Orly asked why the bell was mute. "
        '"Somebody cut it," she said.'
    )
    assert names(text)[-1] == "Anna Holm"


def test_who_spoke_as_he_is_not_she() -> None:
    text = (
        "Anna Holm slept in a tent. Professor Ekene Daru praised the tapes. He said they were loud. "
        "The tent is cold, she said."
    )
    assert names(text)[-1] == "Anna Holm"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"It is late," said chair of wardens Ada Hollin.', ("Ada Hollin", "person")),
        ('"It is late," head of harbours Beatrice Orly said. "Too late," she added.', ("Beatrice Orly", "person")),
        ('"He was calm," said a spokesman for mayor Ada Hollin.', ("a spokesman for mayor Ada Hollin", "unnamed")),
        ('"I knew her," a friend of singer Ada Hollin said.', ("a friend of singer Ada Hollin", "unnamed")),
    ],
)
def test_who_stands_right_behind_what_an_office_is_of_holds_it(text: str, told: tuple[str, str]) -> None:
    assert set(sources(text)) == {told}


def test_a_single_name_told_to_be_somebody_is_a_persons_where_its_sentence_goes_on_with_he() -> None:
    before = "The guide, Bren van der Oss, was 42. "
    text = f'{before}Thorne, the head of the lifeboat crew, left when he had eaten. "I ate," he told the Oar.'
    assert names(text) == ["Thorne"]
    assert sources('Velmar, the leader in lamps, cut its prices. "We had to," it said.') == [("Velmar", "body")]


def test_a_company_is_not_the_town_in_which_something_is_told() -> None:
    assert names("Ferries run again in Norvale. The company said 300 guests had waited.") == ["company"]
    assert names("Northsea Lines was fined. The company said 300 guests had waited.") == ["Northsea Lines"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Her father Brem came. Brem said the gate was shut.", ["person"]),
        ("Her father saw Brem. The Brem Company said the gate was shut.", ["body"]),
    ],
)
def test_a_single_name_behind_kin_is_a_persons(text: str, told: list[str]) -> None:
    assert [kind for _, kind in sources(text)] == told


def test_a_letter_for_an_answer_is_who_alone_is_named_again_before_the_first_line() -> None:
    text = (
        "Ada Brink on boats\nAda Brink has sold her boat to Tom Orly. The pier was wet.\nQ: Why did you sell it?\n"
        "A: It leaked.\nQ: Do you miss it?\nA: Every day."
    )
    assert names(text)[-1] == "Ada Brink"
    assert names(text.replace("Ada Brink has", "Tom Orly has").replace("to Tom Orly", "to Ada Brink"))[-1] != "Tom Orly"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dr Corl Rane said the dose was small. The doctor said it was old.", "Corl Rane"),
        ("Dr Corl Rane said the dose was small. A doctor came. The doctor said it was old.", "doctor"),
        ("Mr Corl Rane said the dose was small. The doctor said it was old.", "The doctor"),
    ],
)
def test_who_is_addressed_as_a_doctor_is_the_doctor(text: str, told: str) -> None:
    assert names(text)[-1] in {told, f"The {told}"}


def test_people_in_a_place_are_not_the_place() -> None:
    text = "Dorne is a town. Officials in northern Dorne said the gate was shut."
    assert names(text) == ["Officials in northern Dorne"]


def test_letters_alone_are_a_body_and_no_person() -> None:
    text = "The VHRQ closed the quay on Monday. VHRQ said the piles were rotten."
    assert {kind for _, kind in sources(text)} == {"body"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The quay was safe, said Velm police Lt. Kelda Orrin. Nobody fell.", ("Kelda Orrin", "person")),
        ("Five-year-old Ludo Carrow told the Velm Herald that he was fine.", ("Ludo Carrow", "person")),
        ("MP Terje Halden wrote that the quay was shut.", ("Terje Halden", "person")),
        ('"The quay was full," Marek Orrin recalled.', ("Marek Orrin", "person")),
        ("Shelby Police said the quay was shut.", ("Shelby Police", "body")),
        ('"The quay is ours," said its manager, Velm Tofte.', ("Velm Tofte", "person")),
        ("Its general secretary, K. P. Mallavar, claimed the quay was theirs.", ("K. P. Mallavar", "person")),
        ("Its chairman, K.P. Mallendesh, claimed the quay was theirs.", ("K.P. Mallendesh", "person")),
        ("Her father, Police said, was safe.", ("Police", "body")),
        ("Julian Pember KC said the quay was theirs.", ("Julian Pember", "person")),
        ("KC Holm said the quay was theirs.", ("KC Holm", "body")),
        ("Her father, Sandy, said the quay was theirs.", ("Sandy", "person")),
        ('"The quay is ours," said its owner, the Velm Fishing Company.', ("Velm Fishing Company", "body")),
        ("The quay is safe, the operator said. It had been checked.", ("operator", "body")),
    ],
)
def test_people_and_firms_are_told_by_the_words_around_their_names(text: str, told: tuple[str, str]) -> None:
    assert sources(text)[0] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ida Thorne met reporters. Mary Orrin would be paid, she said.", "Ida Thorne"),
        ("Ida Thorne met reporters. The girl would be paid, she said.", "Ida Thorne"),
        ("Ida Thorne met reporters. Mary Orrin came. She said the quay was shut.", "Mary Orrin"),
    ],
)
def test_nobody_who_speaks_is_first_named_in_what_is_said(text: str, told: str) -> None:
    assert names(text)[-1] == told


def test_a_firms_place_behind_a_comma_is_no_source() -> None:
    assert sources("Halvard Grain Corp., Chicago, said it would close a mill.")[0] == ("Halvard Grain Corp.", "body")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Norvian envoy to Lustria said it was old. The envoy said the quay was shut. ",
            "The Norvian envoy to Lustria",
        ),
        (
            "The Norvian envoy to Lustria said it was old. The Norvian envoy to Chad said the quay was shut.",
            "The Norvian envoy to Chad",
        ),
    ],
)
def test_an_envoy_is_told_by_where_he_is_sent(text: str, told: str) -> None:
    assert names(text)[-1] == told


def test_what_somebody_is_stands_behind_a_comma_where_the_verb_has_both() -> None:
    text = (
        "Ida Thorne, the spokeswoman for Norvale mayor Tom Orly, said it was shut. It would open, the spokeswoman said."
    )
    assert names(text)[-1] == "Ida Thorne"
