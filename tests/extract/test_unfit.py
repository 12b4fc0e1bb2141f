"""Who cannot have said the words in quotation marks: topics of headlines, and recordings of somebody else."""

from invented import article, spoken

TOLD = "Smoke rose over the city. 'I ran into the sheds at first,' said Ilse Dorn, a crane driver. 'All of us did.'"


def quoted(text: str, headline: str | None = None) -> list[tuple[str | None, str]]:
    """Speaker and words of each quotation that is no scare quote."""
    one = article(text, headline=headline)
    statements, sources = spoken(one)
    names = {source.id: source.name for source in sources}
    return [
        (names[s.source] if s.source else None, s.content[0].of(one.text))
        for s in statements
        if s.kind == "quotation" and not s.scare
    ]


def test_the_topic_of_a_headline_says_nothing() -> None:
    found = quoted("Smoke rose over the city.", "Quay blast: 'I ran into the sheds at first'")
    assert found == [(None, "I ran into the sheds at first")]


def test_what_happened_before_a_colon_says_nothing_in_a_paragraph_either() -> None:
    for topic in ("Boy shot", "Norvale blast", "Death on the quay", "Ada Brand murder"):
        one = article(f"{topic}: Divers have left the quay for the night")
        assert not [s for s in spoken(one)[0] if s.kind != "assertion"], topic


def test_who_lived_through_what_happened_speaks() -> None:
    found = quoted("Smoke rose over the city.", "Blast survivor: 'We had no warning at all that night'")
    assert found == [("Blast survivor", "We had no warning at all that night")]


def test_a_label_in_capitals_says_nothing() -> None:
    for label in ("TIMELINE", "PUBLISHED", "Review"):
        one = article(f"{label}: The bridge fell on Monday at noon.")
        assert not [s for s in spoken(one)[0] if s.kind != "assertion"], label


def test_a_headline_that_repeats_a_quotation_has_its_speaker() -> None:
    assert quoted(TOLD, "Quay blast: 'I ran into the sheds at first'")[0][0] == "Ilse Dorn"


def test_a_headline_that_repeats_what_two_people_said_has_no_speaker() -> None:
    text = f"{TOLD}\n'I ran into the sheds at first,' said Hugo Ansel, a cook."
    assert quoted(text, "Quay blast: 'I ran into the sheds at first'")[0][0] is None


def test_a_headline_of_other_words_has_no_speaker() -> None:
    assert quoted(TOLD, "Quay blast: 'I ran out of the sheds at last'")[0][0] is None


def test_a_name_or_a_body_before_the_colon_of_a_headline_speaks() -> None:
    assert quoted(TOLD, "Dorn: 'We had no warning at all that night'")[0][0] == "Ilse Dorn"
    assert quoted(TOLD, "Police: 'Stay away from the quay tonight'")[0][0] == "Police"


def test_somebody_on_a_recording_says_what_stands_in_marks() -> None:
    text = 'Footage shows a tired sailor crying over the lost boat, saying: "We had no pumps and no light."'
    assert [name for name, _ in quoted(text)] == ["a tired sailor"]


def test_a_recording_shows_and_is_no_speaker_of_a_fragment() -> None:
    one = article('The footage shows the "floating hell" that sailors were kept in.')
    found, _ = spoken(one)
    assert [s.source for s in found if s.scare and s.content[0].of(one.text) == "floating hell"] == [None]


def test_a_recording_that_itself_says_something_is_its_source() -> None:
    assert quoted('The video says: "Every sailor is safe and the boat is found."')[0][0] == "The video"


def test_who_is_heard_saying_something_says_it() -> None:
    text = 'The skipper was heard on the radio saying "we should be going" while the crew slept.'
    assert quoted(text)[0][0] == "The skipper"


def test_a_part_of_a_quotation_is_never_a_paraphrase_beside_it() -> None:
    text = (
        "“In all of this there is a fault,” said Juan Orly, a lawyer. “I don’t share the view that ‘I build a door and "
        "do not know who goes through.’ This is like saying, ‘I build guns and do not know who shoots.’ ”"
    )
    one = article(text)
    statements, _ = spoken(one)
    last = [s for s in statements if any("This is like saying" in span.of(one.text) for span in s.content)]
    assert [s.kind for s in last] == ["quotation"]


def test_he_in_a_line_of_a_transcript_is_not_who_speaks_the_line() -> None:
    text = (
        "BRANDT: The minister came late.\nNOLAN: He told our paper last night that he was tired.\nBRANDT: I heard that."
    )
    one = article(text)
    statements, sources = spoken(one)
    names = {source.id: source.name for source in sources}
    assert {names.get(s.source or "") for s in statements if s.cue and s.cue.of(one.text) == "told"} == {"The minister"}


def test_a_label_and_a_colon_say_nothing() -> None:
    one = article("The pier is shut. It rained.\nWATCH: Harbour chief speaks on the storm")
    statements, _ = spoken(one)
    assert all(s.source_span is None or s.source_span.of(one.text) != "WATCH" for s in statements)
