"""Who is reported to say what in a headline."""

import pytest

from invented import article, spoken

STORY = "Sorrel Quill, a crane driver, left the pier at noon. Mayor Ada Brandt was there. The union met."


def said(headline: str) -> list[tuple[str | None, str]]:
    one = article(STORY, headline=headline)
    statements, sources = spoken(one)
    names = {source.id: source.name for source in sources}
    return [
        (names.get(s.source or ""), s.content[0].of(one.text).rstrip(","))
        for s in statements
        if s.kind != "assertion" and not s.scare and s.end <= one.blocks[0].end
    ]


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Harbour fire kills 14 – report", "report", "Harbour fire kills 14"),
        ("Exclusive: Mayor knew of alarm fault, documents show", "documents", "Mayor knew of alarm fault"),
        ("Pier will close on Monday: mayor", "Ada Brandt", "Pier will close on Monday"),
        ("Crane inspector took bribes, jury told", "jury", "Crane inspector took bribes"),
        ("Pier will close on Monday, says mayor", "Ada Brandt", "Pier will close on Monday"),
        ("Mayor: Pier will close on Monday", "Ada Brandt", "Pier will close on Monday"),
        (
            "Norvale police: Four sailors shot, killed; boats found",
            "Norvale police",
            "Four sailors shot, killed; boats found",
        ),
        ("Quill: 'We had no warning'", "Sorrel Quill", "We had no warning"),
    ],
)
def test_the_source_of_a_headline_is_read(headline: str, source: str, content: str) -> None:
    assert (source, content) in said(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour fire kills 14 – pictures of the day and night",
        "Fire on the pier – live",
        "Fire on the pier: what is known",
        "Fire on the pier: the mayor",
        "Norvale: pier will close on Monday",
        "Fire kills 14, then rain falls",
    ],
)
def test_what_ends_a_headline_and_does_not_speak_is_no_source(headline: str) -> None:
    assert said(headline) == []
