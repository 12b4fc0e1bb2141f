"""Sources that only the words around a name tell: what a body is, what somebody is, whom a clause with "who" is of."""

import pytest

from invented import article, spoken
from twosource.extract.entities.organs import body_of_role
from twosource.language.lexicon import lexicon_of


def told(text: str) -> list[tuple[str, str, str]]:
    """Name and kind of each source, and the first words that it says; "" for nobody."""
    one = article(text)
    statements, found = spoken(one)
    names = {source.id: (source.name, source.kind) for source in found}
    return [
        (*names.get(s.source or "", ("", "")), one.text[s.content[0].start : s.content[-1].end])
        for s in statements
        if s.kind != "assertion" and s.said
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The charity Softer Hands described the fee as a scandal.", "Softer Hands", "body"),
        ("The state news agency OLNA reported that the barge had sunk.", "OLNA", "outlet"),
        ("The tram's operator, Quellin Lines, said it was looking into the crash.", "Quellin Lines", "body"),
        (
            "An analyst at the bank Quellin Lines said the rate would fall.",
            "An analyst at the bank Quellin Lines",
            "unnamed",
        ),
        ("The tram's driver, Ada Quellin, said it was looking bad.", "Ada Quellin", "person"),
    ],
)
def test_a_name_behind_what_it_is_is_the_bodys_own_and_not_that_of_who_works_there(
    text: str, name: str, kind: str
) -> None:
    assert told(text)[0][:2] == (name, kind)


def test_a_name_that_the_parser_does_not_know_is_a_persons_behind_whom_an_age_stands() -> None:
    (first, *_) = told("Sudhin Vane, a 51-year-old thatcher, said the roof had leaked for a year.")
    assert first[:2] == ("Sudhin Vane", "person")


def test_what_somebody_is_stands_at_the_head_of_the_name_and_not_at_the_end_of_the_words() -> None:
    text = "The gate was shut during the spring fair, spokeswoman for the harbour Ada Quellin told Radio Norvale."
    assert told(text) == [("Ada Quellin", "person", "The gate was shut during the spring fair")]


def test_what_ends_the_words_and_is_nobody_stays_among_them() -> None:
    (first, *_) = told(
        "The gate was shut during the spring fair, the regatta and Lent, Ada Quellin told Radio Norvale."
    )
    assert first[2].rstrip(",") == "The gate was shut during the spring fair, the regatta and Lent"


def test_the_place_before_the_colon_that_opens_a_text_has_said_nothing() -> None:
    text = "Mill denies cuts\n\nMUMBAI: Quellin Mills Ltd on Thursday denied reports that it had dismissed 90 workers."
    assert [name for name, _, words in told(text) if words.startswith("reports")] == ["Quellin Mills Ltd"]


def test_who_is_the_person_right_before_it_and_no_body_further_back() -> None:
    text = "Quellin has been accused of dumping oil and was singled out by mayor Ada Holm who said the firm lies."
    assert told(text)[0][0] == "Ada Holm"


def test_what_is_told_to_hearers_somewhere_begins_behind_them() -> None:
    (first, *_) = told("Captain Ada Holm told reporters at the quay that nobody had drowned.")
    assert (first[0], first[2]) == ("Ada Holm", "that nobody had drowned")


def test_a_clause_that_says_which_is_not_what_is_told() -> None:
    said = [words.rstrip(".") for _, _, words in told("Ada Holm told reporters about the boat that sank last year.")]
    assert "that sank last year" not in said


def test_words_in_marks_are_those_of_the_subject_right_before_them() -> None:
    text = "So when the board signalled last summer that it would sell the yard, Ada Holm said, “we were stunned.”"
    assert ("Ada Holm", "person", "we were stunned.") in told(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Olvane Ltd sold the mill. Striva Ltd said its barge had left. The company denied it was late.",
            "Striva Ltd",
        ),
        ("Olvane Ltd sued Striva Ltd over a barge. The company denied it was late.", "company"),
    ],
)
def test_the_company_of_several_is_the_one_of_the_sentence_before(text: str, name: str) -> None:
    assert told(text)[-1][0] == name


def test_the_paper_that_has_a_name_is_an_outlet_and_no_document() -> None:
    text = "The mayor was worried by the claims in the Norvale Herald. The paper said that the bridge was unsafe."
    assert told(text)[-1][:2] == ("Norvale Herald", "outlet")


def test_another_word_for_the_one_who_spoke_is_not_put_off_by_what_they_are() -> None:
    text = (
        "Keith Barrow, a florist across the street, watched the crowd. It is enough to make a florist pack up, "
        'Barrow said. "I have not slept," the 62-year-old said.'
    )
    assert {name for name, _, _ in told(text)} == {"Keith Barrow"}


@pytest.mark.parametrize("lead", ["Adds Quellin:", "Quellin adds:"])
def test_a_verb_and_a_name_before_a_colon_say_who_speaks(lead: str) -> None:
    text = f"Ada Quellin runs the mill. If anything, drivers say her plan would make the road worse. {lead} “It is my road.”"
    assert ("Ada Quellin", "person", "It is my road.") in told(text)


def test_what_a_post_reads_is_the_posts() -> None:
    text = 'The mill\'s owner said in a post that it would stay shut. "Our people are shaken but fine," the post read.'
    assert told(text)[-1][2] == "Our people are shaken but fine,"
    assert told(text)[-1][1] != ""


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether she would stay on, Ada Quellin laughed and left the hall.",
        "A new law will introduce whatever duty the mayor wanted for the pilots.",
        "The board is aware of the danger.",
        "The board's decision to leave the pact came on Monday.",
    ],
)
def test_questions_of_nobody_deeds_of_documents_and_what_is_only_held_are_nobodys_words(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A large study published in May found that tea drinkers over 60 slept longer.",
        "Ada Quellin asked whether it sways.",
    ],
)
def test_what_a_study_finds_and_what_somebody_asks_are_words(text: str) -> None:
    assert len(told(text)) == 1


def test_she_goes_on_from_whoever_the_sentence_before_is_about_though_she_only_wished_it() -> None:
    text = 'Ada Quellin told of the flood. Her sister wants the gate to be mended. "Why was it open?" she asked.'
    assert told(text)[-1][0] != "Ada Quellin"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Quellin's barrister, Thomas Renn SC, told reporters that an appeal was planned.", "Thomas Renn", "person"),
        (
            "The Minister for Roads, Mr Kwabena Osei-Dartey, left. Mr Osei-Dartey said he was tired.",
            "Kwabena Osei-Dartey",
            "person",
        ),
        ("Barley prices fell on Monday, according to US site Harrowline.", "Harrowline", "outlet"),
        (
            "The mayor took the money, the Ossian can reveal. The Ossian understands that he will resign.",
            "Ossian",
            "outlet",
        ),
        ("The Ossian does not understand why the pier was shut, the Harbour Council said.", "Harbour Council", "body"),
    ],
)
def test_a_name_is_read_whole_and_as_what_the_words_around_it_make_it(text: str, name: str, kind: str) -> None:
    *_, last = told(text)
    assert (last[0].removeprefix("the ").removeprefix("The "), last[1]) == (name, kind)


def test_a_rank_with_a_hyphen_is_no_part_of_a_name() -> None:
    assert told("Police head Major-Gen Thomas Renn said the road was shut.")[0][:2] == ("Thomas Renn", "person")


def test_what_is_told_without_that_begins_with_who_does_it() -> None:
    (first, *_) = told("Ada Quellin told the inquest she had heard a bang at noon.")
    assert first[2] == "she had heard a bang at noon"


def test_further_words_of_saying_of_one_source_end_what_it_said_before() -> None:
    said = [
        words.rstrip(".")
        for _, _, words in told("Coach Ada Quellin said the team was tired but warned that it would not give up.")
    ]
    assert said == ["the team was tired", "that it would not give up"]


def test_and_that_goes_on_with_what_is_said() -> None:
    text = "The clerk, Ada Quellin, said that 19 permits were under review and that no holder should assume theirs was safe."
    assert told(text)[0][2].rstrip(".").endswith("and that no holder should assume theirs was safe")


def test_they_are_the_one_insider_who_spoke_right_before() -> None:
    text = 'An insider told the site that the singer had lost her voice. "It was awful," they said.'
    assert told(text)[-1][0] == "An insider"
    assert told(text.replace("An insider", "A policeman"))[-1][0] != "A policeman"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elmoor Police said a man was hurt. He left the hospital on Monday, the force added.", "Elmoor Police"),
        (
            "Velstra Homes is recalling a lamp. The Toy Safety Commission said so. Unplug it, the agency said.",
            "Toy Safety Commission",
        ),
        (
            "Velstra Ltd is recalling a lamp. The Coal Board said it was unsafe. Buyers should unplug it, the force said.",
            "force",
        ),
    ],
)
def test_a_body_is_called_again_by_a_noun_that_is_not_in_its_name(text: str, name: str) -> None:
    assert told(text)[-1][0].removeprefix("The ").removeprefix("the ") == name


def test_a_managing_director_speaks_for_the_firm() -> None:
    one = article("Quellin Mills closed. Quellin's managing director, Thomas Renn, said it was late.")
    _, found = spoken(one)
    assert [source.speaks_for for source in found] == ["Quellin Mills"]


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("Quellin's global marketing chief", "Quellin"),
        ("Elmoor Police spokesman", "Elmoor Police"),
        ("Labour Commissioner", ""),
        ("Roads and Rivers Commissioner", ""),
        ("Elmoor Police Commissioner", "Elmoor Police"),
        ("EU Commissioner", "EU"),
        ("Elmoor campaign communications director", "Elmoor campaign"),
    ],
)
def test_what_an_officer_is_over_is_no_part_of_the_body_that_they_speak_for(role: str, body: str) -> None:
    assert body_of_role(role, lexicon_of("en")) == body


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Norland's Chief of Army Staff General Asim Renn has warned that the border is shut.", "Asim Renn", "person"),
        ("An aide of General Asim Renn has warned that the border is shut.", "An aide of General Asim Renn", "unnamed"),
        (
            "According to the garden blog Quellinia, the bulbs were sold twice. Quellinia said it was a fraud.",
            "Quellinia",
            "outlet",
        ),
        (
            "Quellin Freight lost money. The Menlo Park, Calif., company said it would close two yards.",
            "Menlo Park, Calif., company",
            "body",
        ),
    ],
)
def test_whom_a_rank_a_site_or_a_town_stands_beside(text: str, name: str, kind: str) -> None:
    *_, last = told(text)
    assert (last[0].removeprefix("The "), last[1]) == (name, kind)
