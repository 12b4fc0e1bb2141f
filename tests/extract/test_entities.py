"""Who is meant: bodies under all their names, those who speak for them, and pronouns that go on."""

import pytest

from invented import article, document, parsed, resolver, spoken
from twosource.extract import extract
from twosource.extract.entities.organs import body_of_role
from twosource.extract.entities.person_names import named_in
from twosource.language import lexicon_of
from twosource.model import Source, Span


def who(text: str, *words: str) -> list[str | None]:
    """The entity of each of the words, by its last place in the text."""
    asked = document(text)
    answers = resolver(asked)
    spans = [Span(start=asked.text.rindex(word), end=asked.text.rindex(word) + len(word)) for word in words]
    return [answers.who(span).entity for span in spans]


def sources(text: str) -> dict[str, Source]:
    return {source.name: source for source in spoken(article(text))[1]}


def test_a_body_is_one_source_under_its_name_its_letters_and_its_noun() -> None:
    text = (
        "The World Refuge Agency (WRA) said the camp was full.\nWRA data show that most are children.\n"
        "The agency said it would help. In its statement, the agency said that more would come."
    )
    assert list(sources(text)) == ["The World Refuge Agency"]


def test_two_bodies_of_one_noun_are_not_told_by_it() -> None:
    text = "The Harbour Authority met. The Coal Authority met. The authority said it was ready."
    assert who(text, "Harbour Authority")[0] not in who(text, "The authority")


@pytest.mark.parametrize(
    "name",
    [
        "The Ports and Allied Workers' Union",
        "The Ministry for Water, Ports and Coastal Affairs",
        "The Royal Society of Pilots and Stevedores",
        "Ferrin, Ruddock and Co",
        "Ferrin & Daughters",
    ],
)
def test_a_name_with_and_in_it_is_one_bodys(name: str) -> None:
    text = f"Olga Ferrin left on Monday. {name} said the quay was shut. A spokesman for {name} said more would come."
    found = sources(text)
    assert [source.kind for source in found.values()] == ["body", "unnamed"]
    assert {name} == {next(iter(found)), found[f"A spokesman for {name}"].speaks_for}


@pytest.mark.parametrize("text", ["Ada Holm and Norvale Police", "The Ministry of Ports and Norvale Police"])
def test_two_who_are_joined_are_not_taken_for_one_of_them(text: str) -> None:
    assert (
        who(f"{text} met. Norvale Police left.", text)[0]
        != who(f"{text} met. Norvale Police left.", "Norvale Police")[0]
    )


@pytest.mark.parametrize(
    "named",
    [
        "Hurdler Ada Holm",
        "Former champion Ada Holm",
        "Superintendent of police Anjali Holm",
        "Outside court, Bright Quay chair of pilots Ada Holm",
        "Opposition leader Vikrum Holm",
    ],
)
def test_who_has_a_calling_before_the_name_is_a_person(named: str) -> None:
    ((name, source),) = sources(f"{named} said the quay was shut.").items()
    assert (name, source.kind) == (" ".join(named.split()[-2:]), "person")


def test_another_word_for_who_is_spoken_of_is_not_the_club_named_beside() -> None:
    text = "Petra Holm won the race. Norvale Athletic finished third. The Norwegian said it was hot."
    assert "Norvale Athletic" not in sources(text)


def test_it_is_the_firm_whose_trade_stands_before_its_name() -> None:
    text = "Shares in the crane maker Ferrin & Sons fell after it said sales were down. Olga Ferrin left."
    assert list(sources(text)) == ["Ferrin & Sons"]


def test_one_of_a_people_is_the_only_one_spoken_of_and_several_are_not() -> None:
    one, named = who("Petra Holm won. The Czech said it was hot.", "The Czech", "Petra Holm")
    several, beside = who("Petra Holm won. The Czechs said it was hot.", "The Czechs", "Petra Holm")
    assert one == named
    assert several != beside


def test_one_sentence_about_another_man_makes_no_man_of_a_woman() -> None:
    text = "Nadia Holm said he had hidden it in his cellar.\nShe said it was late."
    assert list(sources(text)) == ["Nadia Holm"]


def test_two_who_are_called_by_their_ages_are_two() -> None:
    text = 'The 49-year-old said it was over.\nThe crew lost. "It was hot," said the 23-year-old.'
    assert list(sources(text)) == ["The 49-year-old", "the 23-year-old"]


def test_police_are_the_one_police_that_the_article_names() -> None:
    assert len(sources("Norvale police said a man fell. Police said he was 30.")) == 1
    assert (
        len(sources("Norvale police and Dorne police met. Norvale police said a man fell. Police said he was 30.")) == 2
    )


def test_what_a_firm_is_called_by_is_the_one_firm_named_near() -> None:
    text = "The shoe maker Striva said it was sorry. The company said it would wait."
    assert list(sources(text)) == ["Striva"]
    two = "The shoe maker Striva met Lumo. The company said it would wait."
    assert list(sources(two)) == ["company"]


@pytest.mark.parametrize(
    "statement",
    ["The Striva statement", "A statement from Striva", "A statement by the company", "Striva's website"],
)
def test_a_statement_is_the_word_of_whose_it_is(statement: str) -> None:
    assert [s.name for s in sources(f"Striva met on Monday. {statement} said that sales had ended.").values()] == [
        "Striva"
    ]


def test_a_post_on_a_platform_is_not_the_platforms_word() -> None:
    assert "Facebook" not in sources("A Facebook post said that the pier was shut.")


def test_a_spokesman_is_a_source_who_speaks_for_his_body() -> None:
    found = sources("The Harbour Authority met. A spokesman for the authority said the pier was shut.")
    assert [(s.kind, s.speaks_for) for s in found.values()] == [("unnamed", "Harbour Authority")]
    named = sources("Jan Oster, a spokesman for the Harbour Authority, said the pier was shut.")
    assert [(s.name, s.speaks_for) for s in named.values()] == [("Jan Oster", "Harbour Authority")]


@pytest.mark.parametrize(
    ("officer", "body"),
    [
        ("HWU regional secretary Ann Bright", "Harbour Workers' Union"),
        ("Ann Bright, general secretary of HWU,", "Harbour Workers' Union"),
        ("Its spokeswoman, Ann Bright,", "The Harbour Workers' Union"),
        ("Home secretary Ann Bright", None),
        ("The mayor's spokeswoman, Ann Bright,", None),
    ],
)
def test_an_officer_of_a_union_is_its_voice_and_a_minister_nobodys(officer: str, body: str | None) -> None:
    text = f"The Harbour Workers' Union (HWU) said it was ready. {officer} said more would come."
    assert sources(text)["Ann Bright"].speaks_for == body


def test_a_secretary_of_a_department_is_the_minister_and_one_of_a_union_is_not() -> None:
    minister, named = who("Health secretary Tom Rook met Ann Bright. The minister said no.", "The minister", "Tom Rook")
    other, officer = who("Branch secretary Tom Rook met Ann Bright. The minister said no.", "The minister", "Tom Rook")
    assert minister == named
    assert other != officer


def test_the_mayor_of_a_town_speaks_for_no_body() -> None:
    assert [s.speaks_for for s in sources("Anna Brook, mayor of Dorne, said the pier was shut.").values()] == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Council said it would pay. The Tix Company said it would not renew.", "The Tix Company"),
        ("The Tix Company sued the Harbour Council, which said it would not pay.", "the Harbour Council"),
        ("The Harbour Council met on Monday. Ada Brandt said it would not pay.", "The Harbour Council"),
        ("The Harbour Council met on Monday. It said it would not pay.", "The Harbour Council"),
    ],
)
def test_what_a_body_says_that_it_does_is_its_own_doing(text: str, name: str) -> None:
    asked = document(text)
    people = resolver(asked)
    at = text.rindex(" it ") + 1
    found = people.who(Span(start=at, end=at + 2)).entity
    assert found is not None
    assert people.names(found)[0] == name


def test_she_is_never_the_man_who_spoke_last() -> None:
    text = "Mary Quill and John Perl met. John Perl sighed. She was unable to confirm the number."
    she, mary, john = who(text, "She", "Mary Quill", "John Perl")
    assert she == mary != john


def test_who_is_described_and_not_listed_goes_on_speaking() -> None:
    text = (
        "“It was a tiny fault,” John Belmar told reporters.\n"
        "The 31-year-old living in Vash said that she was burned.\n“I would not be here,” she said in a forum."
    )
    statements, found = spoken(article(text))
    names = {source.id: source.name for source in found}
    (last,) = [s for s in statements if "not be here" in s.content[0].of(article(text).text)]
    assert "31-year-old" in names[last.source or ""]


def test_asking_makes_nobody_a_source_and_the_order_of_questions_changes_nothing() -> None:
    asked = document("Mary Quill left. Norvale police met. She sighed. Police left.")
    spans = [Span(start=asked.text.index(word), end=asked.text.index(word) + len(word)) for word in ("She", "Police")]
    forwards, backwards = resolver(asked), resolver(asked)
    assert [forwards.who(span).reason for span in spans] == [backwards.who(span).reason for span in spans[::-1]][::-1]
    assert forwards.sources() == ()


def test_the_holder_of_a_mark_whom_nobody_can_make_out_is_an_unnamed_source_and_no_pronoun() -> None:
    one = article("Mary Quill and Anna Holm met. She denied that the pier had fallen.")
    findings = extract(one, parsed(one))
    holders = {mark.by for statement in findings.statements for mark in statement.marks}
    assert {source.name for source in findings.sources if source.id in holders} == {"an unnamed source"}


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("Ossian Foreign Ministry spokeswoman", "Ossian Foreign Ministry"),
        ("spokesman for Halvard Grain", "Halvard Grain"),
        ("deputy head of the Harbour Authority", "the Harbour Authority"),
        ("Norvale Assistant Police Chief", "Norvale Police"),
        ("former head of the Harbour Authority", ""),
        ("her spokesman", ""),
        ("mayor of Norvale", ""),
        ("crane driver", ""),
    ],
)
def test_the_body_of_a_role(role: str, body: str) -> None:
    assert body_of_role(role, lexicon_of("en")) == body


def test_an_office_in_a_town_is_not_the_town() -> None:
    _, sources = spoken(
        article(
            "The road police station in Dorne said the pier was shut. The coast guard post in Velm said it was not."
        )
    )
    assert not {"Dorne", "Velm"} & {source.name for source in sources}


def test_an_office_is_of_the_states_body_named_before_and_never_of_one_that_comes_later() -> None:
    later = "Defence Ministry spokesman Aldo Brink said the quay fell. Portugal's Ministry of Defence said it had not."
    before = "Portugal's Ministry of Defence met. Defence Ministry spokesman Aldo Brink said the quay fell."
    assert sources(later)["Aldo Brink"].speaks_for == "Defence Ministry"
    assert "Portugal" in (sources(before)["Aldo Brink"].speaks_for or "")


def test_a_state_is_shown_under_its_own_name_and_not_its_adjective() -> None:
    _, sources = spoken(
        article("Ukrainian officials met. Ukraine said the pier was shut. The Ukrainian said so again.")
    )
    assert "Ukrainian" not in {source.name for source in sources}


@pytest.mark.parametrize(
    ("headline", "body", "name"),
    [
        (
            "Velmouth Orders Schools Shut After Storm",
            "Velmouth has issued a snow emergency, citing “impassable” roads.",
            "Velmouth",
        ),
        (
            "Ada Brandt resigns as mayor",
            "Ada, as all call her, left on Monday. Brandt said she was tired.",
            "Ada Brandt",
        ),
        ("Mina Floods Anger Council", "Mina said she had never seen it so high.", "Mina"),
    ],
)
def test_capitals_of_a_headline_make_no_name_of_a_place_that_the_text_knows_alone(
    headline: str, body: str, name: str
) -> None:
    assert [source.name for source in spoken(article(body, headline=headline))[1]] == [name]


@pytest.mark.parametrize(("place", "names"), [("HOLM COUNTY", 0), ("Rasholm County", 3), ("Holm countyside", 4)])
def test_a_single_name_is_a_places_where_it_stands_before_a_word_for_one(place: str, names: int) -> None:
    told = f"Holm said the dam broke. “We fled,” Holm said, 41. Holm, 41, fled. {place} was flooded."
    assert [one.text for one in named_in(document(told))[0]] == ["Holm"] * names
