"""Who says what in an article: one path from marks and words of saying to statements and their sources."""

from hypothesis import given, settings
from hypothesis import strategies as st

from invented import article, spoken
from twosource.model import Article, Source, Statement


def read(text: str, **more: str) -> tuple[Article, tuple[Statement, ...], dict[str, Source]]:
    one = article(text, **more)  # type: ignore[arg-type]  # only the headline is ever given
    statements, sources = spoken(one)
    return one, statements, {source.id: source for source in sources}


def said(text: str, **more: str) -> list[tuple[str | None, str]]:
    """Speaker's name and words of each quotation that is no scare quote."""
    one, statements, sources = read(text, **more)
    return [
        (sources[s.source].name if s.source else None, " / ".join(span.of(one.text) for span in s.content))
        for s in statements
        if s.kind == "quotation" and not s.scare
    ]


def speakers(text: str, **more: str) -> list[str | None]:
    return [name for name, _ in said(text, **more)]


def test_a_quotation_has_its_speaker() -> None:
    assert said('"We will rebuild the pier," said Mayor Ellen Brandt.') == [
        ("Ellen Brandt", "We will rebuild the pier,")
    ]


def test_an_interrupted_quotation_is_one_statement() -> None:
    assert said('"We will rebuild the pier," Ellen Brandt said, "and we will do it this year."') == [
        ("Ellen Brandt", "We will rebuild the pier, / and we will do it this year.")
    ]


def test_a_second_quotation_behind_the_words_of_saying_is_a_remark_of_its_own() -> None:
    text = '"We will rebuild the pier," said Ellen Brandt of the harbour board. "The money is there."'
    assert said(text) == [("Ellen Brandt", "We will rebuild the pier,"), ("Ellen Brandt", "The money is there.")]
    _, (first, second), _ = read(text)
    assert first.cue is not None
    assert second.cue is None
    assert "goes straight on" in second.source_reason


def test_two_quotations_of_one_sentence_are_one_remark() -> None:
    text = '"The pier," Ellen Brandt of the harbour board said, "will stand again," and then, "by May."'
    assert said(text) == [("Ellen Brandt", "The pier, / will stand again, / by May.")]


def test_a_second_paragraph_without_attribution_is_the_same_speaker() -> None:
    text = '"We will rebuild the pier," Ellen Brandt said.\n"Nobody in this town will be left without work."'
    assert speakers(text) == ["Ellen Brandt", "Ellen Brandt"]


def test_a_question_is_answered_by_somebody_else() -> None:
    text = '"Will the pier be rebuilt?" the reporter asked.\n"It will, and this year."'
    assert speakers(text)[1] is None


def test_he_added_goes_on_from_who_spoke() -> None:
    text = 'The council will pay, Tobias Renner said on Monday.\nHe added: "The money has been set aside."'
    assert speakers(text) == ["Tobias Renner"]


def test_a_pronoun_that_two_people_fit_is_unknown_and_says_why() -> None:
    text = 'Tobias Renner and Jakob Aumann left the hall together. "The money is gone," he said.'
    _, statements, _ = read(text)
    (quotation,) = [s for s in statements if s.kind == "quotation"]
    assert quotation.source is None
    assert "more than one" in quotation.source_reason


def test_they_is_not_the_body_that_spoke_last_where_others_are_spoken_of() -> None:
    text = "The company said it was ready. Two pension funds and a bank wrote to it. “The gates are rotten,” they said."
    assert "company" not in (speakers(text)[0] or "")
    alone = "The council said it was ready. “The gates were rotten and are mended,” they said."
    assert speakers(alone) == ["council"]


def test_a_woman_is_not_he() -> None:
    text = 'Mary Ellison met Tobias Renner at the pier. "The planks are rotten," she said.'
    assert speakers(text) == ["Mary Ellison"]


def test_an_owner_is_not_the_one_who_speaks() -> None:
    text = 'The clip shows a young sailor. He sways as waves hit Renner\'s boat. He says: "The engine is dead and we are drifting."'
    assert speakers(text) == ["a young sailor"]


def test_a_colon_leads_in_a_quotation_of_the_next_paragraph() -> None:
    text = "A post by the harbour office said boats could be fetched from Friday:\n“We keep every boat safe. Bring your papers!”"
    assert speakers(text) == ["harbour office"]


def test_a_voice_off_camera_is_a_source_without_a_name() -> None:
    _, statements, sources = read("A male voice off camera is heard saying: 'These lads, it's not their boat.'")
    (quotation,) = [s for s in statements if s.kind == "quotation"]
    assert quotation.source is not None
    source = sources[quotation.source]
    assert (source.name, source.kind) == ("A male voice off camera", "unnamed")


def test_his_mother_is_named_with_whose_mother_she_is() -> None:
    text = 'The sailor cried on the phone. His mother can be heard saying: "Everything will be fine, my boy."'
    assert speakers(text) == ["the sailor's mother"]


def test_a_missing_opening_mark_is_carried_on_and_told() -> None:
    text = "“We are a town that stands together,” Ellen Brandt said.\nOur pilots, our cooks, our choir all stayed on”."
    _, statements, _ = read(text)
    last = [s for s in statements if s.kind == "quotation"][-1]
    assert last.source is not None
    assert "opening mark" in last.uncertain


def test_speech_runs_on_over_paragraphs_with_opening_marks_only() -> None:
    text = 'One diver wrote: "The hull is open.\n"We saw daylight through it.\n"Nobody should go down there."'
    assert said(text) == [
        ("One diver", "The hull is open. / We saw daylight through it. / Nobody should go down there.")
    ]


def test_a_fragment_inside_a_paraphrase_is_a_quotation_beside_it() -> None:
    _, statements, _ = read('Ellen Brandt said the repair was "a disgrace for the whole coast".')
    assert [s.kind for s in statements] == ["paraphrase", "quotation"] or [s.kind for s in statements] == [
        "quotation",
        "paraphrase",
    ]
    assert len({s.source for s in statements}) == 1


def test_words_that_hang_behind_the_cue_of_a_whole_quotation_state_nothing() -> None:
    text = "“Our pilots held the pier for a week,” he said in clips posted on social media."
    _, statements, _ = read(f"Tobias Renner came home. {text}")
    assert [s.kind for s in statements if s.kind != "assertion"] == ["quotation"]


def test_a_quotation_with_a_cue_of_its_own_is_no_part_of_what_leads_in() -> None:
    text = "Tobias Renner went on to suggest the pilots were lost:\n“They never knew why they had come,” he said."
    one, statements, _ = read(text)
    whole = [s for s in statements if any("They never knew" in span.of(one.text) for span in s.content)]
    assert [s.kind for s in whole] == ["quotation"]


def test_scare_quotes_have_no_source() -> None:
    _, statements, _ = read('The so-called "free harbour" has closed.')
    (scare,) = [s for s in statements if s.kind == "quotation"]
    assert scare.scare
    assert scare.source is None


def test_a_sentence_that_nobody_is_named_for_is_the_outlets_own() -> None:
    _, statements, _ = read("The pier collapsed on Sunday night.")
    assert [(s.kind, s.source) for s in statements] == [("assertion", None)]
    assert "outlet" in statements[0].source_reason


def test_a_surname_means_who_was_named_in_full() -> None:
    text = '"We knew," said Tobias Renner. Ellen Brandt left early. "We all knew for years," Renner said.'
    _, statements, sources = read(text)
    assert len({s.source for s in statements if s.kind == "quotation"}) == 1
    assert next(iter(sources.values())).names[0] == "Tobias Renner"


def test_a_place_that_bears_no_label_of_a_person_is_not_he() -> None:
    text = (
        'Tobias Renner said the port was safe. The fleet left Port Harrow at noon. He said: "Harrow is quiet tonight."'
    )
    assert speakers(text) == ["Tobias Renner"]


def test_he_in_a_caption_is_nobody_from_the_paragraphs() -> None:
    one = article("Tobias Renner met the crew.", captions=("He says: 'The engine is dead and we are drifting.'",))
    statements, _ = spoken(one)
    assert [s.source for s in statements if s.kind == "quotation"] == [None]


def test_nothing_comes_of_nothing() -> None:
    one = article("")
    assert spoken(one) == ((), ())


def test_the_same_article_gives_the_same_statements() -> None:
    text = '"We will rebuild the pier," said Mayor Ellen Brandt. Police said two men were hurt.'
    assert read(text)[1] == read(text)[1]


def test_a_source_that_a_statement_names_is_always_there() -> None:
    text = 'Police said two men were hurt. "They were lucky," a nurse said. "Very lucky," she added. Moscow denied it.'
    _, statements, sources = read(text)
    assert {s.source for s in statements if s.source} <= set(sources)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(['"', "'", "”", "“ ", " said", " he ", " Brandt ", ". ", ", ", "\n", "the boats left", ":"]),
        max_size=25,
    )
)
def test_odd_text_never_raises_and_every_quotation_is_verbatim(parts: list[str]) -> None:
    one, statements, sources = read("".join(parts))
    for statement in statements:
        assert statement.source is None or statement.source in sources
        assert all(0 <= span.start < span.end <= len(one.text) for span in statement.content)
        assert statement.start <= min(span.start for span in statement.content)


def test_a_denial_ends_with_its_sentence_and_not_in_the_quotation_behind_it() -> None:
    text = "Halvard Grain denied that a dryer had overheated. “The dryer was cold. It had not run,” said Magnus Holt."
    one, statements, _ = read(text)
    denied = [s for s in statements if s.kind == "paraphrase"]
    assert [part.of(one.text) for s in denied for part in s.content] == ["that a dryer had overheated"]
    assert said(text) == [("Magnus Holt", "The dryer was cold. It had not run,")]


def test_an_unanswered_request_for_comment_is_nothing_that_anybody_said() -> None:
    _, statements, _ = read("Halvard Grain did not answer requests for comment.")
    assert [s.kind for s in statements] == ["assertion"]


def test_a_call_that_is_answered_is_nothing_that_is_said() -> None:
    one = article("Officer Ada Quill responded to a property damage call. It rained.")
    statements, _ = spoken(one)
    assert all(s.kind == "assertion" for s in statements)


def test_a_quotation_goes_on_behind_a_paragraph_about_its_speaker_alone() -> None:
    told = '"The roof fell," said Ilse Dorn, a crane driver.\nShe was at home at the time of the blast.\n"It sounded like thunder, and then like rain."'
    other = told.replace("She was at home", "Hugo Ansel was at home")
    for text, known in ((told, True), (other, False)):
        one = article(text)
        statements, _ = spoken(one)
        last = [s for s in statements if s.kind == "quotation"][-1]
        assert (last.source is not None) == known
