"""Datelines, credits of pictures and lines of times as papers of other languages set them."""

import pytest

from clean.told import TIDE, blocks, cleaned, page_of

BEHIND = "\n\n".join(TIDE[1:])


def text_with(line: str) -> str:
    """A text whose first paragraph is the line."""
    return f"Tide gauge stops at Ross\n\n{line}\n\n{BEHIND}"


@pytest.mark.parametrize(
    ("dateline", "said", "via"),
    [
        ("Sept. 4 (Reuters) -", "The gauge stopped at noon.", ("Reuters",)),
        ("ROSS, March 4 /Xinhua/ --", "The gauge stopped at noon.", ("Xinhua",)),
        ("ROSS, March 4, 2031 /PRNewswire/ --", "The gauge stopped at noon.", ()),
        ("Madrid, 4 mar (EFE).-", "El mareógrafo se paró.", ("EFE",)),
        ("PARIS, 4 mars 2031 (AFP) -", "Le marégraphe s'est arrêté.", ("AFP",)),
        ("Berlin, 4. März (Reuters) -", "Der Pegel fiel aus.", ("Reuters",)),
        ("(ANSA) - ROMA, 04 MAR -", "Il mareografo si è fermato.", ("ANSA",)),
        ("BRISTOL, TN (WJHL)-", "The gauge stopped at noon.", ()),
    ],
)
def test_a_dateline_has_its_day_in_any_tongue_and_its_agency_in_any_brackets(
    dateline: str, said: str, via: tuple[str, ...]
) -> None:
    article = cleaned(text_with(f"{dateline} {said}"))
    assert ("dateline", dateline) in blocks(article)
    assert article.via == via


@pytest.mark.parametrize(
    "line",
    [
        "March 4 was the last day on which the gauge was read - and nobody knew.",
        "May 5 pilots stay ashore? The port says no.",
        "Mars 3 hat einen Motor weniger - sagt der Bauer.",
        "Ross and/or Orm - the port has not decided - will have the gauge.",
        "Lund (die Pilotin) - so heißt sie im Hafen - las den Pegel.",
    ],
)
def test_a_sentence_that_begins_with_a_month_or_holds_brackets_has_no_dateline(line: str) -> None:
    assert ("paragraph", line) in blocks(cleaned(text_with(line)))


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Der Pegel am Montag.", "Foto: Ada Lund/dpa"),
        ("Der Pegel am Montag.", "Bild: Ada Lund / Keystone"),
        ("Le marégraphe lundi.", "Crédit : Ada Lund"),
        ("Il mareografo lunedì.", "Foto di Ada Lund"),
        ("De meter op maandag.", "Beeld Ada Lund"),
        ("Miernik w poniedziałek.", "Fot. Ada Lund"),
        ("Уровнемер в понедельник.", "Фото: Ада Лунд"),
        ("検潮所、ロス港で。", "撮影・オルム太郎"),
    ],
)
def test_whose_picture_it_is_is_set_apart_in_any_tongue(caption: str, credit: str) -> None:
    figure = f"<figure><figcaption>{caption} {credit}</figcaption></figure>"
    found = blocks(cleaned(page_of(above=figure), html=True))
    assert ("caption", caption) in found
    assert ("credit", credit) in found


@pytest.mark.parametrize(
    "line",
    [
        "Das Bild Ada Lunds hing lange im Hafenamt.",
        "Ein Foto zeigt den Pegel. Bilder gab es am Montag nicht.",
        "Un crédit de deux millions: voilà ce que veut le port.",
    ],
)
def test_a_sentence_about_a_picture_or_a_loan_has_no_credit(line: str) -> None:
    assert ("paragraph", line) in blocks(cleaned(text_with(line)))


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Dienstag, 4. März 2031", "2031-03-04"),
        ("Veröffentlicht am 4. März 2031 um 10.15 Uhr", "2031-03-04T10:15"),
        ("Publié le 4 mars 2031 à 10h15", "2031-03-04T10:15"),
        ("4 de marzo de 2031 - 10:15", "2031-03-04T10:15"),
        ("4 marzo 2031 alle 10:15", "2031-03-04T10:15"),
        ("4. mars 2031 kl. 10.15", "2031-03-04T10:15"),
        ("4 марта 2031, 10:15", "2031-03-04T10:15"),
    ],
)
def test_a_line_of_times_is_read_in_any_tongue(line: str, published: str) -> None:
    article = cleaned(text_with(line))
    assert ("dateline", line) in blocks(article)
    assert article.published == published


def test_a_sentence_with_a_day_in_it_is_no_line_of_times() -> None:
    line = "Am 4. März 2031 fiel der Pegel aus, und niemand im Hafen wusste, warum."
    assert cleaned(text_with(line)).published is None
