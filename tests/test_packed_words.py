"""Word lists are packed, and templates compiled, to be read in milliseconds; both are what the files say."""

from pathlib import Path
from zlib import decompress

import pytest
from jinja2 import PackageLoader, TemplateNotFound

from present.sample import sample
from twosource.language.packing import HOME, word_files
from twosource.language.word_files import PACK, pack_words, read_words
from twosource.present import compiled, writing
from twosource.present.page import render


def test_the_pack_holds_what_the_files_hold_now() -> None:
    assert (HOME / PACK).read_bytes() == pack_words(word_files()), "run `make words`"


def test_a_file_that_was_changed_since_is_read_itself(tmp_path: Path) -> None:
    changed = tmp_path / "tenses.yml"
    changed.write_text("planned: [no, on, off]", encoding="utf-8")
    assert read_words(changed) == {"planned": ["no", "on", "off"]}


def test_the_compiled_templates_are_those_of_now() -> None:
    kept = Path(compiled.__file__).with_name(compiled.KEPT).read_bytes()
    assert decompress(kept) == decompress(compiled.compiled(writing.environment())), "run `make words`"


def test_a_page_is_the_same_from_compiled_templates_and_from_their_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = compiled.CompiledLoader().load(writing.environment(), "page.html")
    assert loaded.name == "page.html"
    before = render([sample()])
    monkeypatch.setattr(compiled, "made_of", lambda: "other templates")
    writing.environment.cache_clear()
    try:
        assert render([sample()]) == before
    finally:
        writing.environment.cache_clear()


def test_what_was_compiled_of_other_templates_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "made_of", lambda: "other templates")
    with pytest.raises(TemplateNotFound):
        compiled.CompiledLoader().load(writing.environment(), "page.html")


def test_every_template_of_these_rooms_is_compiled() -> None:
    names = {
        name
        for room in compiled.ROOMS
        for name in PackageLoader(room).list_templates()
        if name.endswith((".html", ".svg"))
    }
    assert names == dict(compiled.sources()).keys()
