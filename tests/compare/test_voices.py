"""Who speaks for whom over several articles: one voice, however many names."""

from dataclasses import replace

from compare.test_sources import findings
from twosource.compare.sources import join_sources
from twosource.model import Findings, Happening, Participant, Source, SourceKind, Span
from twosource.text.voices import by_voice, voice_names


def for_body(told: Findings, body: str) -> Findings:
    return replace(told, sources=tuple(replace(source, speaks_for=body) for source in told.sources))


def joined(*articles: Findings) -> tuple[Source, ...]:
    return join_sources(articles)[0]


BODY = findings(1, ("the World Refuge Agency", "body", None))


def test_an_unnamed_head_or_spokesman_is_the_bodys_word() -> None:
    for number, words in enumerate(("a spokeswoman for the WRA", "the head of the agency"), start=2):
        (source,) = joined(BODY, for_body(findings(number, (words, "unnamed", None)), "World Refuge Agency"))
        assert source.kind == "body"


def test_an_unnamed_spokesman_is_the_one_who_is_named_as_that() -> None:
    named = for_body(findings(2, ("Jan Oster", "person", "WRA spokesman")), "World Refuge Agency")
    nameless = for_body(findings(3, ("a WRA spokesman", "unnamed", None)), "World Refuge Agency")
    assert {source.names for source in joined(named, nameless)} == {("Jan Oster", "a WRA spokesman")}
    second = for_body(findings(4, ("Anna Holm", "person", "WRA spokeswoman")), "World Refuge Agency")
    assert len(joined(named, nameless, second)) == 3


def test_a_named_spokesman_and_his_body_are_shown_both_and_counted_once() -> None:
    found = joined(BODY, for_body(findings(2, ("Jan Oster", "person", "WRA spokesman")), "World Refuge Agency"))
    assert len(found) == 2
    assert len(by_voice(found)) == 1
    assert voice_names(found) == ["the World Refuge Agency (with Jan Oster)"]


def test_two_who_speak_for_a_body_that_is_no_source_are_one_voice() -> None:
    found = joined(
        for_body(findings(1, ("Jan Oster", "person", "WRA spokesman")), "World Refuge Agency"),
        for_body(findings(2, ("officials of the WRA", "unnamed", None)), "World Refuge Agency"),
    )
    assert len(found) == 2
    assert len(by_voice(found)) == 1


def test_spokesmen_of_two_bodies_are_two_voices() -> None:
    found = joined(
        for_body(findings(1, ("a police spokesman", "unnamed", None)), "Norvale police"),
        for_body(findings(2, ("a police spokesman", "unnamed", None)), "Dorne police"),
    )
    assert len(by_voice(found)) == 2


def test_a_short_form_is_the_one_longer_name_in_all_articles() -> None:
    police = findings(1, ("Norvale police", "body", None))
    short = findings(2, ("police", "body", None))
    assert len(joined(police, short)) == 1
    assert len(joined(police, short, findings(3, ("Dorne police", "body", None)))) == 3


def test_the_company_of_two_articles_is_not_one_for_the_word() -> None:
    assert len(joined(findings(1, ("the company", "body", None)), findings(2, ("the company", "body", None)))) == 2


def test_a_phrase_with_the_full_name_is_the_person_of_another_article() -> None:
    person = findings(1, ("Pavel Orel", "person", "engineer"))
    assert len(joined(person, findings(2, ("Norvale Mayor Pavel Orel", "body", None)))) == 1
    assert len(joined(person, findings(2, ("Pavel Orel, an engineer", "unnamed", None)))) == 1
    assert len(joined(person, findings(2, ("Orel", "unnamed", None)))) == 1
    assert len(joined(person, findings(2, ("a friend of Mayor Pavel Orel", "unnamed", None)))) == 2


def test_a_surname_in_two_transliterations_is_one_unless_an_article_has_both() -> None:
    one: tuple[str, SourceKind, None] = ("Anto Kolvaev", "person", None)
    other: tuple[str, SourceKind, None] = ("Anto Kolvayev", "person", None)
    assert len(joined(findings(1, one), findings(2, other))) == 1
    assert len(joined(findings(1, one, other))) == 2


def test_who_takes_part_in_an_event_carries_the_id_of_the_joined_source() -> None:
    told = findings(1, ("Brandt", "person", None))
    part = Participant(start=0, end=4, head="brandt", entity=told.sources[0].id)
    event = Happening(article="a1", start=5, end=9, kind="say", clause=Span(start=0, end=9), doer=part)
    told = replace(told, happenings=(event,))
    joined_sources, (first, _) = join_sources((told, findings(2, ("Ellen Brandt", "person", None))))
    assert first.happenings[0].doer is not None
    assert [first.happenings[0].doer.entity] == [source.id for source in joined_sources]
