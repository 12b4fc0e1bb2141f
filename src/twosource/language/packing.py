"""Writes ``packed.msgpack`` anew: ``python -m twosource.language.packing``, or ``make words``, after a word file was changed."""

from collections.abc import Iterator
from pathlib import Path

from twosource.language.word_files import PACK, pack_words

HOME = Path(__file__).parent


def word_files() -> Iterator[Path]:
    """The package's word files and learned weights, in order."""
    yield from sorted(HOME.parent.rglob("*.yml"))


if __name__ == "__main__":
    (HOME / PACK).write_bytes(pack_words(word_files()))
