"""Word lists are packed, to be read in milliseconds, and are what the files say."""

from pathlib import Path

from twosource.language.packing import HOME, word_files
from twosource.language.word_files import PACK, pack_words, read_words


def test_the_pack_holds_what_the_files_hold_now() -> None:
    assert (HOME / PACK).read_bytes() == pack_words(word_files()), "run `make words`"


def test_a_file_that_was_changed_since_is_read_itself(tmp_path: Path) -> None:
    changed = tmp_path / "tenses.yml"
    changed.write_text("planned: [no, on, off]", encoding="utf-8")
    assert read_words(changed) == {"planned": ["no", "on", "off"]}
