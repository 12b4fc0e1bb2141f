"""Word lists and tables, which are data: ``language/<language>/<name>.yml``."""

from functools import cache
from importlib.resources import files
from typing import Any

from twosource.language.word_files import read_words


@cache
def load(name: str, language: str = "en") -> Any:  # noqa: ANN401 - each list has its own form, which its reader checks
    """The list called ``name``, read once. It is shared: do not change it.

    Raises:
        FileNotFoundError: If the package has no such list.
    """
    return read_words(files("twosource.language") / language / f"{name}.yml")
