import pytest

from twosource.text.carriers import carrier_called, carriers_in, names_outlet, told_in_full
from twosource.text.publication import published_before


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“We saw it sink,” the keeper told Reuters.", ["Reuters"]),
        ("As first reported by the Guardian, the pier was sold.", ["Guardian"]),
        ("The Brindle Herald reported that the pier was sold.", ["Brindle Herald"]),
        ("Mayor Ada Herald wrote that the pier was sold.", []),
        ("The Coll County Medical Examiner reported four dead.", []),
        ("The Coll County Examiner reported four dead.", ["Coll County Examiner"]),
        ("The pier was sold (h/t Brindle Herald).", ["Brindle Herald"]),
        ("He said in an interview with BBC News that he would stay.", ["BBC News"]),
        ("Many have fled, the agency said, reported AP.", ["AP"]),
        ("This is the worst night, Press Association has reported.", ["Press Association"]),
        ("“It fell,” she told the Weekly Lantern.", ["Weekly Lantern"]),
        ("The pier was sold, Xinhua said.", ["Xinhua"]),
        ("Reprinted from the Brindle Herald.", ["Brindle Herald"]),
        ("“It fell,” she told AFP. The Harbour Office had no comment.", ["AFP"]),
        ("“It fell,” she told AFP\n\nA huge crane came.", ["AFP"]),
        ("He told the St. Ulm Post-Herald that it fell.", ["St. Ulm Post-Herald"]),
        ("The pier was sold, according to CNN affiliate WABX.", ["WABX"]),
        ("The pier was sold, said the Tallow Gazette, which first reported it.", ["Tallow Gazette"]),
        ("The pier was sold, said the Tallow Chapel, which first rented it.", []),
        ("The pier was sold, said the Tallow Gazette, which rents rooms there.", []),
        ("WABX, the CBS affiliate in Holl Falls, says that the pier was sold.", ["WABX"]),
        ("The pier was sold, according to our news partners at the Brindle Herald.", ["Brindle Herald"]),
        ("The pier was sold, according to our partners at the Harbour Office.", []),
        ("The pier was sold, according to a long account in the Brindle Herald.", ["Brindle Herald"]),
        ("The pier was sold, according to a story on WABX.", ["WABX"]),
        ("The pier was sold, according to a report on Harbour News.", ["Harbour News"]),
        ("The pier was sold, according to a report on Harbour Law.", []),
        ("According to KHSO and WHPD, the pier was shut.", []),
        ("WABX, the call sign of the tug, was heard.", []),
        ("There were forty of them, according to Reuters data.", []),
        ("A count kept by Reuters has forty.", []),
        ("The runway is closed, according to AA.", []),
        ("The ministry reported Moscow's losses.", []),
        ("The pier was sold, per the Brindle Herald.", ["Brindle Herald"]),
        ("A short report in the Brindle Herald said that the pier was sold.", ["Brindle Herald"]),
        ("As the Brindle Herald noted, the pier was sold.", ["Brindle Herald"]),
        ("The Brindle Herald, citing two clerks, said that the pier was sold.", ["Brindle Herald"]),
        ("The Brindle Herald, a paper of the coast, said that the pier was sold.", []),
        ("The Brindle Herald’s Marta Quill reports that the pier was sold.", ["Brindle Herald"]),
        ("The Harbour Office’s Marta Quill reports that the pier was sold.", []),
        ("The pier fell, an AFP photographer at the scene said.", ["AFP"]),
        ("The news was broken by the Brindle Herald.", ["Brindle Herald"]),
        ("The window was broken by the Harbour Office.", []),
        ("The pier was sold, the state-run news agency Tolpress said.", ["Tolpress"]),
        ("The pier was sold, OPNA news agency reported.", ["OPNA"]),
        ("The news agency said that the pier was sold.", []),
        ("The WHO reported forty cases.", []),
        ("They asked Tove Quill.Brindle News reported that the pier was sold.", ["Brindle News"]),
        ("She told Marta Quill that the pier was sold.", []),
        ("According to the Harbour Office, the pier was sold.", []),
        ("He told the court that he was not there.", []),
    ],
)
def test_carriers_are_outlets_that_are_told_quoted_or_credited(text: str, names: list[str]) -> None:
    assert [carrier.name for carrier in carriers_in(text, "en")] == names


def test_a_carrier_has_one_name_however_it_is_written() -> None:
    assert {carrier_called(name, "en") for name in ("AP", "the Associated Press", "Associated Press")} == {"AP"}
    assert carrier_called("the Brindle Herald", "en") == "Brindle Herald"


def test_a_short_form_means_the_longer_name_that_the_article_uses_too() -> None:
    assert told_in_full(["Herald", "Brindle Herald"])["Herald"] == "Brindle Herald"
    assert told_in_full(["Herald", "Brindle Post"])["Herald"] == "Herald"


def test_a_name_means_an_outlet_by_its_domain_or_by_the_table() -> None:
    assert names_outlet("Brindle Herald", "www.brindleherald.co.uk", "en")
    assert names_outlet("Times", "thetimes.co.uk", "en")
    assert not names_outlet("Times", "nytimes.com", "en")
    assert not names_outlet("Herald", "brindleherald.co.uk", "en")


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2031-05-14T08:00", "2031-05-14T09:00", True),
        ("2031-05-14T10:00+02:00", "2031-05-14T09:00Z", True),
        ("2031-05-15", "2031-05-14T09:00", False),
        ("2031-05-14", "2031-05-14T09:00", None),
        ("2031-05-14T08:00", "2031-05-14T09:00Z", None),
        ("2031-05-14T08:00", "2031-05-14T08:00", None),
        (None, "2031-05-14T08:00", None),
        ("some day", "2031-05-14T08:00", None),
    ],
)
def test_times_are_compared_as_far_as_they_are_stated(one: str | None, other: str, before: bool | None) -> None:  # noqa: FBT001 - a case
    assert published_before(one, other) is before
