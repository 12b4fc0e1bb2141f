"""Who made the picture did not write the text: a picture's credit is kept as a credit, and carries nothing else."""

import pytest

from clean.told import TIDE, cleaned
from twosource.clean import clean
from twosource.model import Article, Raw

TEXT = (
    "Wardens closed the towpath on both banks while divers looked for cracks below the waterline of the oldest arch.\n\n"
    "{credit}\n\n"
    "The barge had been tied up since autumn because its owners could not agree who should pay for a rusted winch."
)


def _cleaned(text: str) -> Article:
    raw = Raw(name="weir", kind="record", text=text, sha256="0" * 64, outlet="weir.example", language="en")
    article, _ = clean(raw)
    assert article is not None
    return article


@pytest.mark.parametrize(
    "credit",
    [
        "(Image: Reuters)",
        "Image: Reuters",
        "(Pic: AFP)",
        "Photo: Ada Quill/AFP",
        "The weir at dawn (Image: Reuters)",
        "Photo by Ada Quill/Reuters",
        "REUTERS/Ada Quill",
    ],
)
def test_the_credit_of_a_picture_does_not_make_the_text_an_agencys(credit: str) -> None:
    article = _cleaned(TEXT.format(credit=credit))
    assert article.via == ()
    assert article.credits


@pytest.mark.parametrize("credit", ["(Reuters)", "With AFP", "Additional reporting by Reuters"])
def test_the_credit_of_the_text_does(credit: str) -> None:
    assert _cleaned(TEXT.format(credit=credit)).via


@pytest.mark.parametrize(
    ("byline", "via"),
    [
        (("Ada Lund", "Mina Dahl", "Bloomberg", "Getty Images"), ()),
        (("Ada Lund", "AFP/Getty Images"), ()),
        (("Ada Lund", "Bloomberg"), ("Bloomberg",)),
        (("Getty Images", "Bloomberg"), ("Bloomberg",)),
    ],
)
def test_an_agency_that_a_record_names_before_a_picture_service_brought_the_picture(
    byline: tuple[str, ...], via: tuple[str, ...]
) -> None:
    assert cleaned("\n\n".join(TIDE), kind="record", title="Gauge stops", byline=byline).via == via


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Buy Photo Weir wardens wait at dawn. (Photo: Ada Quill)", [("residue", "Buy Photo"), ("caption", "Weir wardens wait at dawn.")]),
        ("CLOSE Skip in Skip x Embed x Share Divers look for cracks.", [("residue", "CLOSE Skip in Skip x Embed x Share"), ("caption", "Divers look for cracks.")]),
        ("Image caption Wardens wait at dawn.", [("caption", "Image caption Wardens wait at dawn.")]),
    ],
)  # fmt: skip
def test_a_button_of_the_page_is_no_word_of_the_caption_behind_it(line: str, parts: list[tuple[str, str]]) -> None:
    article = _cleaned(TEXT.format(credit=line))
    told = [(block.kind, block.span.of(article.text)) for block in article.blocks]
    assert told[1 : 1 + len(parts)] == parts
