"""The one place where the model meets JSON."""

import re
from typing import TYPE_CHECKING, TypeVar

from twosource.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_SURROGATE = re.compile("[\ud800-\udfff]")


def encode(value: object) -> str:
    """A value of the model as one line of JSON. Lone surrogates, which JSON in UTF-8 cannot hold, become U+FFFD."""
    import msgspec  # noqa: PLC0415 - heavy only at the edges

    to_json: Callable[[object], bytes] = msgspec.json.encode
    try:
        return to_json(value).decode("utf-8")
    except UnicodeEncodeError:
        return to_json(_without_surrogates(msgspec.to_builtins(value))).decode("utf-8")


def writable(value: T) -> T:
    """A value of the model that survives the way to JSON and back: lone surrogates become U+FFFD; else itself."""
    import msgspec  # noqa: PLC0415 - heavy only at the edges

    try:
        msgspec.json.encode(value)
    except UnicodeEncodeError:
        return decode_own(encode(value), type(value))
    return value


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _without_surrogates(one) for key, one in value.items()}
    return [_without_surrogates(one) for one in value] if isinstance(value, list | tuple) else value


def decode(text: str | bytes, kind: type[T], *, format_: str) -> T:
    """Read JSON as ``kind``.

    Args:
        text: One JSON object with a ``format`` key.
        kind: A dataclass of the model.
        format_: The format that is understood.

    Raises:
        FormatError: If it is not JSON, not of this form, or of another format.
    """
    import msgspec  # noqa: PLC0415 - heavy only at the edges

    try:
        found = msgspec.json.decode(text)
        name = found.get("format") if isinstance(found, dict) else None
        if name != format_:
            raise FormatError(str(name), wanted=format_)
        return msgspec.convert(found, kind)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise FormatError(str(error), wanted=format_) from error


def decode_own(text: str | bytes, kind: type[T]) -> T:
    """Read what ``encode`` wrote of a value that carries no format of its own, such as a row of the library.

    Raises:
        FormatError: If it is not JSON of this form.
    """
    import msgspec  # noqa: PLC0415 - heavy only at the edges

    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise FormatError(str(error), wanted=kind.__name__) from error
