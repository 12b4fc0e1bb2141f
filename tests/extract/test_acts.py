"""What somebody does is no statement; what somebody says, thinks or wants about the same thing is one."""

import pytest

from invented import article, spoken


def paraphrases(text: str, *, said: bool = False) -> list[str]:
    """The words of what is reported without quotation marks; with ``said`` without attitudes."""
    one = article(text)
    found = [s for s in spoken(one)[0] if s.kind == "paraphrase" and (s.said or not said)]
    return [s.content[0].of(one.text).rstrip(".,") for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour police are investigating a fire that broke out in the grain shed.",
        "Officials have released the name of the sailor who drowned on Monday.",
        "The footage shows a young sailor sitting on the quay with a cup of tea.",
        "A view shows a burned crane in the port of Norvale.",
        "Anyone with information is urged to call the harbour police at 555-0100.",
        "A neighbour called the police after the second blast.",
        "Detectives questioned the two sailors for hours on Tuesday.",
        "Divers found a body under the pier on Sunday evening.",
        "He raised his arms and fired two shots at the crane.",
        "The council called a meeting for noon to discuss the pier.",
        "The landslide above Norvale has claimed four lives.",
        "Two rowers called 911 from the jetty.",
        "The harbour board denied port access to four boats that had carried oil.",
        "Norvale police have registered a case against the pilot.",
        "The Norvale rowers claimed the trophy for a third year.",
        "What would Brandt have thought of the pier that the council wants?",
        "The bell rings so that he or she knows when the pier is closed.",
        "The prosecutor indicted a crane driver who left the gate open.",
        "Thank you for subscribing to the harbour letter.",
        "We look forward to seeing you on the quay soon.",
        "The pier appears to have the stronger wall now.",
        "Visitors can expect a shorter crossing in May.",
        "The harbour was shut down, with crews either told to stay aboard or led to the gate.",
        "Residents warned to stay away from the pier waited on the hill.",
        "The quay was once called Norvale Rope Walk, and had four cranes.",
        "That said, the rowers won the cup.",
        "When the divers arrived, they found that the gate had been left open.",
        "Upon arrival the crew found that the fire was out.",
        "The new bell allows sailors to tell others that they are safe.",
        "Four cars lined the quay and divers from the harbour office were in the water.",
        "Nobody was hurt, and all declined treatment.",
        "Ada Quill, whose book The Quay Said No was published in May, was cheered.",
        "The novel The River Told Us Everything won a prize in Norvale.",
        "Two men stopped the sailor and demanded cash and his watch.",
    ],
)
def test_an_act_is_nobodys_statement(text: str) -> None:
    assert paraphrases(text, said=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "Harbour police said they are investigating a fire that broke out in the grain shed.",
        "The video shows that the gate was open when the crane fell.",
        "The mayor questioned the need for a second pier.",
        "Engineers found that the crane had been overloaded for weeks.",
        "Police identified the sailor as Anders Holm, a cook on the ferry.",
        "The mayor called the fire a disgrace for the whole city.",
        "Police said that anyone with information should call the harbour office.",
        "The council called for calm after the fire.",
        "The mayor would say only that the pier was closed.",
        "The council rejected the plan for a second pier.",
        "Residents are sceptical of the plan for a second pier.",
        "The mayor thanked the divers for their work under the pier.",
        "Engineers who studied the pier found that the wall was leaning.",
        "When the ferry arrived, the mayor said that the gate had been open.",
        "The mayor told residents to stay away from the pier.",
        "The mayor called the quay Norvale's shame.",
        "The mayor said that, that said, the pier was safe.",
        "The rowers demanded that the pier be opened.",
        "The mayor declined the offer of a second pier as too dear.",
        "According to the arrest citation, the sailor was on the pier.",
        "The pier is safe, according to the harbour office.",
    ],
)
def test_what_is_said_thought_or_wanted_is_a_statement(text: str) -> None:
    assert paraphrases(text)


def test_a_refusal_behind_what_somebody_said_is_no_part_of_it() -> None:
    first = "Detective Greg Holm said the weapon was a pipe rather than a gun, though he declined to elaborate."
    assert paraphrases(first) == ["the weapon was a pipe rather than a gun"]
    second = "Holm said the victims were not the targets but would not go further into detail because of the inquiry."
    assert paraphrases(second) == ["the victims were not the targets"]


def test_a_second_source_joined_to_the_words_of_the_first_has_words_of_its_own() -> None:
    text = (
        "Holm said the toll had passed ninety, with the harbour office estimating at least forty sailors to be missing."
    )
    assert paraphrases(text) == ["the toll had passed ninety", "at least forty sailors to be missing"]


def test_what_somebody_says_that_somebody_believes_is_one_statement() -> None:
    text = "Holm said the council believed that the gate was locked, but nobody had looked."
    assert paraphrases(text)[0] == "the council believed that the gate was locked, but nobody had looked"


def test_all_that_stands_before_its_words_of_saying_is_one_statement() -> None:
    text = "Divers are searching the pier, though officers do not know whether he was the sailor, Holm said."
    assert paraphrases(text)[0].startswith("Divers are searching the pier, though officers do not know")


def test_who_is_told_is_no_part_of_what_is_said() -> None:
    assert paraphrases("Holm told dispatchers the boy fell from the pier while playing.")[0].startswith("the boy fell")


def test_words_that_lead_in_to_a_quotation_are_not_said_by_who_is_quoted() -> None:
    text = "On Saturday, in a post, Brandt ended the guessing: “I will not open the pier tomorrow,” she wrote."
    assert paraphrases(text) == []


def test_what_somebody_pleads_is_said() -> None:
    assert paraphrases("Emil Raske, 32, of Velm, pleaded not guilty to charges of opening the weir.")[0].startswith(
        "not guilty"
    )


def test_a_deed_makes_nobody_a_speaker_of_a_few_words_in_marks() -> None:
    one = article('The harbour office launched a "silent" ferry on Monday.')
    statements, _ = spoken(one)
    assert [(s.scare, s.source) for s in statements if s.kind == "quotation"] == [(True, None)]


def test_who_calls_something_by_a_few_words_in_marks_says_them() -> None:
    one = article('Mayor Ada Hollin called the ferry a "silent" wonder of the coast.')
    statements, _ = spoken(one)
    assert [s.scare for s in statements if s.kind == "quotation"] == [False]


def test_letters_that_stand_on_something_are_nobodys_words() -> None:
    one = article('Holm said that the divers wore vests with "PILOT" written on them in white.')
    statements, _ = spoken(one)
    assert [s.scare for s in statements if s.kind == "quotation"] == [True]


def test_words_before_a_note_that_was_written_are_somebodys() -> None:
    one = article('"The gate was left open all night," Holm wrote on a paper that was written on Monday.')
    statements, _ = spoken(one)
    assert [s.scare for s in statements if s.kind == "quotation"] == [False]


def test_words_that_only_lead_in_to_a_statement_are_no_statement_beside_it() -> None:
    text = (
        "Norvale College issued the following statement about the fire: “We take the safety of our students to heart.”"
    )
    assert paraphrases(text) == []


def test_reported_words_do_not_begin_with_the_stop_of_the_sentence_before() -> None:
    one = article("The fire spread to the sheds, Holm said. A crane was also damaged, he said.")
    statements, _ = spoken(one)
    assert all(s.content[0].of(one.text)[0].isalnum() for s in statements)


@pytest.mark.parametrize(
    "text",
    [
        "Harbour police did not offer any additional details about the fire.",
        "The council signed a plan which the mayor said would help the sailors.",
        "Anyone who calls himself a sailor knows the pier.",
    ],
)
def test_nobody_is_reported_to_have_said_what_was_not_said_or_only_done(text: str) -> None:
    assert [words for words in paraphrases(text) if words in text and not words.startswith("would help")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Harbour police offered details of the fire that killed a sailor: they said a lamp fell.",
        "The mayor said that a plan which she signed would help the sailors.",
        "Those who worked there said that the pier was rotten.",
        "The mayor asked who opened the gate.",
    ],
)
def test_what_only_looks_like_it_is_somebodys_word(text: str) -> None:
    assert paraphrases(text)


def test_a_headline_of_leaked_papers_is_their_topic() -> None:
    one = article("Smoke rose over the city.", headline="Velm Papers: How the pier was paid for")
    statements, _ = spoken(one)
    assert [s for s in statements if s.kind != "assertion"] == []


def test_a_study_before_a_colon_is_where_the_words_are_from() -> None:
    one = article("Smoke rose over the city.", headline="Study: Old piers are rotten in half of all ports")
    statements, sources = spoken(one)
    kinds = {source.id: source.kind for source in sources}
    assert [kinds.get(s.source or "") for s in statements if s.kind != "assertion"] in ([], ["document"])


def test_who_comes_to_notice_something_has_said_nothing_of_it() -> None:
    one = article("Ada Holm noticed that the gate was open.")
    assert [s.attitude for s in spoken(one)[0] if s.kind == "paraphrase"] == ["thought"]


def test_what_visitors_can_expect_is_nobodys_even_in_marks() -> None:
    one = article("Visitors can expect the ferry to sail with “maybe a little more noise than they are used to.”")
    assert not [s for s in spoken(one)[0] if s.source is not None]


@pytest.mark.parametrize("text", ["The pier was sorted according to size.", "It all went according to plan."])
def test_what_goes_by_a_measure_is_nobodys_statement(text: str) -> None:
    assert paraphrases(text, said=True) == []
