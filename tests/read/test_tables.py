import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Gap, Raw
from twosource.read import read
from twosource.read.found import Found
from twosource.read.tables import raws_of_table


def _table(text: str) -> list[Raw | Gap]:
    return list(raws_of_table(Found(name="t.json", data=text.encode("utf-8", "surrogatepass"), path="t.json")))


def test_rows_of_json_lines_become_articles_and_bad_rows_gaps(tmp_path: Path) -> None:
    rows = [
        '{"title": "Mill burns", "text": "The mill burned.", "url": "https://www.herald.example/2", "published": "2031-05-14"}',
        '{"title": "No text"}',
        "not json",
        "[1, 2]",
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows))
    first, *rest = read([str(path)])
    assert isinstance(first, Raw)
    assert (first.kind, first.title, first.text) == ("record", "Mill burns", "The mill burned.")
    assert (first.url, first.published, first.name) == ("https://www.herald.example/2", "2031-05-14", f"{path}#1")
    assert [gap.code for gap in rest if isinstance(gap, Gap)] == ["G106", "G106", "G106"]


def test_other_names_for_the_same_fields_are_known() -> None:
    row = {
        "headline": "Quay closed", "articleBody": "The quay is closed.", "link": "https://a.example/1",
        "datePublished": "2031-01-02T03:04Z", "author": [{"name": "Ada Lund"}, {"name": "Tom Rask"}],
        "publisher": {"name": "The Tern"}, "inLanguage": "en-GB", "dateModified": "2031-01-03",
    }  # fmt: skip
    (raw,) = _table(json.dumps(row))
    assert isinstance(raw, Raw)
    assert (raw.title, raw.outlet, raw.byline, raw.language) == (
        "Quay closed",
        "The Tern",
        ("Ada Lund", "Tom Rask"),
        "en-GB",
    )
    assert (raw.published, raw.updated) == ("2031-01-02T03:04Z", "2031-01-03")


def test_names_of_columns_in_other_languages_are_known(tmp_path: Path) -> None:
    path = tmp_path / "stuecke.csv"
    path.write_text(
        "\ufeffTitel;Volltext;Datum;Quelle;Autor\nKai gesperrt;Der Kai ist gesperrt.;04.03.2031;Tern;Ada Lund\n"
    )
    (raw,) = read([str(path)])
    assert isinstance(raw, Raw)
    assert (raw.title, raw.text, raw.published) == ("Kai gesperrt", "Der Kai ist gesperrt.", "04.03.2031")
    assert (raw.outlet, raw.byline) == ("Tern", ("Ada Lund",))


def test_ninjs_with_a_body_in_markup_is_an_article() -> None:
    row = {
        "uri": "urn:x:1", "headlines": [{"role": "main", "value": "Dam holds"}],
        "bodies": [{"contenttype": "text/html", "value": "<p>The dam held.</p><p>It rained.</p>"}, {"value": "The dam held."}],
        "versioncreated": "2031-05-14T10:00:00Z", "firstcreated": "2031-05-14T09:00:00Z",
    }  # fmt: skip
    (raw,) = _table(json.dumps(row))
    assert isinstance(raw, Raw)
    assert raw.html
    assert raw.text == "<p>The dam held.</p><p>It rained.</p>"
    assert (raw.title, raw.published, raw.updated) == ("Dam holds", "2031-05-14T09:00:00Z", "2031-05-14T10:00:00Z")


def test_a_list_inside_a_wrapper_is_the_table() -> None:
    items = _table(
        json.dumps({"status": "ok", "articles": [{"title": "A", "content": "Words."}, {"content": "More."}]})
    )
    assert [item.text for item in items if isinstance(item, Raw)] == ["Words.", "More."]


def test_lone_surrogates_from_escapes_are_replaced_and_counted() -> None:
    (raw,) = _table('{"text": "a\\ud83d b", "title": "\\udc00 x"}')
    assert isinstance(raw, Raw)
    assert (raw.text, raw.title, raw.replaced) == ("a\ufffd b", "\ufffd x", 2)


def test_times_as_numbers_are_seconds_or_thousandths() -> None:
    seconds, thousandths = _table(
        json.dumps([{"text": "a", "date": 1_900_000_000}, {"text": "b", "date": 1_900_000_000_000}])
    )
    assert isinstance(seconds, Raw)
    assert isinstance(thousandths, Raw)
    assert seconds.published == thousandths.published == "2030-03-17T17:46+00:00"


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.sampled_from(["text", "title", "items", "value", "date", "url"]), inside, max_size=4)
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(json_values)
def test_any_json_gives_articles_or_gaps(value: object) -> None:
    for item in _table(json.dumps(value)):
        assert isinstance(item, Raw | Gap)
        if isinstance(item, Raw):
            item.text.encode("utf-8")


def test_names_of_columns_with_blanks_and_in_other_scripts_are_known(tmp_path: Path) -> None:
    for name, head in (
        ("a.csv", "Headline;Article Text;Pub Date"),
        ("b.csv", "заголовок;текст;дата"),
        ("c.csv", "Titre;Contenu;date_publication"),
    ):
        path = tmp_path / name
        path.write_text(f"{head}\nQuay shut;The quay is shut, the port said.;2031-03-04\n")
        (raw,) = read([str(path)])
        assert isinstance(raw, Raw)
        assert (raw.title, raw.text, raw.published) == ("Quay shut", "The quay is shut, the port said.", "2031-03-04")


@pytest.mark.parametrize("above", ["sep=;\n", "Search of 4 March\nQuay; all papers\n\n", '"Two hits"\n'])
def test_what_an_export_says_of_itself_above_its_table_is_no_row(tmp_path: Path, above: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        f"{above}Title;Text;Date\nQuay shut;The quay; it is shut.;2031-03-04\n".replace("quay; it", "quay, it")
    )
    (raw,) = read([str(path)])
    assert isinstance(raw, Raw)
    assert (raw.title, raw.text, raw.published) == ("Quay shut", "The quay, it is shut.", "2031-03-04")


def test_a_row_that_names_a_column_below_the_first_line_of_names_is_a_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Title,Text\nText,Body\nQuay shut,It is shut.\n")
    assert [raw.text for raw in read([str(path)]) if isinstance(raw, Raw)] == ["Body", "It is shut."]
