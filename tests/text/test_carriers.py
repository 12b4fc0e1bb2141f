import pytest

from twosource.text.carriers import carriers_in, names_outlet
from twosource.text.publication import published_before


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“We saw it sink,” the keeper told Reuters.", ["Reuters"]),
        ("As first reported by the Guardian, the pier was sold.", ["Guardian"]),
        ("The Brindle Herald reported that the pier was sold.", ["Brindle Herald"]),
        ("The pier was sold (h/t Brindle Herald).", ["Brindle Herald"]),
        ("He said in an interview with BBC News that he would stay.", ["BBC News"]),
        ("She told Marta Quill that the pier was sold.", []),
        ("According to the Harbour Office, the pier was sold.", []),
        ("He told the court that he was not there.", []),
    ],
)
def test_carriers_are_outlets_that_are_told_quoted_or_credited(text: str, names: list[str]) -> None:
    assert [carrier.name for carrier in carriers_in(text)] == names


def test_a_name_means_an_outlet_by_its_domain_or_by_the_table() -> None:
    assert names_outlet("Brindle Herald", "www.brindleherald.co.uk")
    assert names_outlet("Times", "thetimes.co.uk")
    assert not names_outlet("Times", "nytimes.com")
    assert not names_outlet("Herald", "brindleherald.co.uk")


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
