import pytest

from twosource.clean.dates import iso_of


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2031-05-14T09:05:33Z", "2031-05-14T09:05+00:00"),
        ("2031-05-14T09:05:33.120+02:00", "2031-05-14T09:05+02:00"),
        ("2031-05-14T00:00:00", "2031-05-14"),
        ("14 May 2031, 09:05", "2031-05-14T09:05"),
        ("May 14, 2031 at 12:06 PM", "2031-05-14T12:06"),
        ("Wednesday, May 14, 2031 @ 12:57 AM", "2031-05-14T00:57"),
        ("9:30 p.m. EDT, May 14th, 2031", "2031-05-14T21:30-04:00"),
        ("Wed, 14 May 2031 09:05:00 GMT", "2031-05-14T09:05+00:00"),
        ("25/12/2031", "2031-12-25"),
        ("12/25/2031", "2031-12-25"),
        ("2031/05/14", "2031-05-14"),
        ("03/04/2031", None),
        ("31 February 2031", None),
        ("yesterday", None),
        ("in 2031", None),
        ("", None),
    ],
)
def test_stated_times_become_iso_as_precise_as_stated(text: str, iso: str | None) -> None:
    assert iso_of(text) == iso
