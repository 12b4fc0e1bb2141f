import pytest

from twosource.clean.language import language_of

ENGLISH = (
    "The harbour master said that the ferry had left the quay before midnight with a crew of six, and that nobody on the "
    "bridge had answered the calls which the coast guard sent to them from the island until the morning of the next day."
)
GERMAN = (
    "Der Hafenmeister sagte, die Fähre habe den Kai kurz vor Mitternacht verlassen, und auf der Brücke habe niemand auf die "
    "Rufe der Küstenwache geantwortet, die bis zum Morgen des nächsten Tages gesendet wurden."
)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (GERMAN, "de"), (GERMAN + " " + GERMAN[:60], "de")])
def test_the_text_itself_decides_where_it_is_long_enough(text: str, language: str) -> None:
    assert language_of(text, "fr") == (language, "text")


def test_a_short_text_has_the_stated_language_and_else_english() -> None:
    assert language_of("Nein.", "de-AT") == ("de", "page")
    assert language_of("Nein.", None) == ("en", "assumed")
    assert language_of("", "nonsense") == ("en", "assumed")
