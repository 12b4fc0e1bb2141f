"""Documents read in a process that may die: what is read of them there is what would be read here."""

from collections.abc import Callable
from typing import Final, NamedTuple, TypeVar

import msgspec

from twosource.aside import DiedError, NoProcessError, aside

_MOST_MEMORY: Final = 512 * 1024 * 1024  # bytes that a document may take
_MOST_SECONDS: Final = 60.0  # of reckoning; a page of a newspaper as PDF takes one

Content = TypeVar("Content")


class LaidOut(NamedTuple):
    """What a document that is laid out says: the words of its title, if it has one, and its paragraphs."""

    title: str | None
    lines: list[str]


class UnreadableError(Exception):
    """A document is damaged; the message says how."""


def read_aside(room: str, called: str, data: bytes, form: type[Content], reader: Callable[[bytes], Content]) -> Content:
    """What a document holds.

    Args:
        room: The module that reads such documents; its ``warm`` loads whatever that needs.
        called: The function there that answers, by ``answer``.
        data: The document.
        form: The type of what it holds.
        reader: What reads it here, where no process can be begun.

    Raises:
        UnreadableError: If it is damaged, or ended the process.
    """
    try:
        told = aside(f"{room}:warm", _MOST_MEMORY).call(f"{room}:{called}", data, _MOST_SECONDS)
        content, trouble = msgspec.msgpack.decode(told, type=tuple[form | None, str])  # type: ignore[valid-type] # a form is no constant
    except NoProcessError:
        return reader(data)
    except (DiedError, msgspec.DecodeError) as error:
        message = "it took more memory or time to read than it may"
        raise UnreadableError(message) from error
    if content is None:
        raise UnreadableError(trouble)
    return content


def answer(data: bytes, reader: Callable[[bytes], object]) -> bytes:
    """What the process answers for a document: what it holds, and what is wrong with it, if anything is."""
    try:
        return msgspec.msgpack.encode((reader(data), ""))
    except UnreadableError as error:
        return msgspec.msgpack.encode((None, str(error)))
