"""Who a source phrase names: roles joined to names, names without what hangs behind them, and who never speaks."""

from invented import article, parsed
from twosource.extract.statements import find_statements
from twosource.settings import DEFAULTS


def sources(text: str) -> list[tuple[str, str]]:
    """Name and kind of the source of each paraphrase and quotation; "" for nobody."""
    one = article(text)
    statements, found = find_statements(one, parsed(one), DEFAULTS)
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
    assert sources("The Ossian Herald reports that the pier will close.") == [("Ossian Herald", "body")]


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
    _, found = find_statements(one, parsed(one), DEFAULTS)
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
