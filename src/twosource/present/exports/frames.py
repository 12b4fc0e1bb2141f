"""A story's tables as data frames."""

from typing import TYPE_CHECKING, Final

from twosource.errors import MissingExtraError, UnknownFormatError
from twosource.model import Story
from twosource.present.exports.tables import TABLES, headings, kinds, rows

if TYPE_CHECKING:
    from pandas import DataFrame

_PANDAS: Final = ("pandas", "notebook", "make data frames")
_TYPES: Final = {"text": "string", "whole number": "Int64", "number": "Float64", "yes or no": "boolean"}


def frame_of(story: Story, table: str) -> "DataFrame":
    """One of the tables, its columns typed; missing where nothing is known.

    Raises:
        UnknownFormatError: If there is no such table.
        MissingExtraError: If pandas is not installed.
    """
    if table not in TABLES:
        raise UnknownFormatError(table, TABLES)
    try:
        import pandas as pd  # noqa: PLC0415 - heavy imports on use
    except ImportError as error:
        raise MissingExtraError(*_PANDAS) from error
    frame = pd.DataFrame(list(rows([story], table)), columns=headings(table))
    return frame.astype({name: _TYPES[kind] for name, kind in zip(headings(table), kinds(table), strict=True)})
