"""YAML files of words, read as words: "no", "on" and "off" are no truth values here.

Where rules look at the text itself and not at its trees, a file holds a pattern. A pattern names lists of its own file in
angle brackets: ``aged <counting> (?:or|to)`` stands for any word of the list ``counting``, the longest first; of
``<before:patterns>`` the members are patterns themselves.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final, TypeVar

import msgspec

PACK: Final = "packed.msgpack"
"""Written by ``make words``; a test holds it to the files."""
_BOOL = "tag:yaml.org,2002:bool"


class WordFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """The form of a file of lists; what it does not have is empty, what nobody reads is an error."""


class UnreadableWordsError(ValueError):
    """A file that is no YAML."""


Pattern = re.Pattern[str]
Words = frozenset[str]
NONE: Final[Words] = frozenset()
"""What a language has that lacks a list."""
NEVER: Final[Pattern] = re.compile("(?!)")
"""What a language that has no such pattern finds: nothing."""
_LIST_NAMED: Final = re.compile(r"(?<!\?P)<(\w+)(?P<patterns>:patterns)?>")
FileT = TypeVar("FileT", bound=WordFile)


def any_of(words: Collection[str], *, patterns: bool = False) -> str:
    r"""A pattern's part for any of some words, the longest first; the empty collection finds nothing.

    A blank inside of one stands for any white space.

    Args:
        words: Any number.
        patterns: Whether they are patterns themselves, and not words as they stand.

    Example:
        >>> any_of({"may", "maybe", "u.s."})
        '(?:maybe|u\\.s\\.|may)'
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    escaped = longest_first if patterns else [re.escape(word).replace(r"\ ", " ") for word in longest_first]
    parts = [word.replace(" ", r"\s+") for word in escaped]
    return f"(?:{'|'.join(parts)})" if parts else "(?!)"


def typed(read: Any, form: type[FileT]) -> FileT:  # noqa: ANN401 - what a file holds, of which the form is asked here
    """What a file holds, in its form.

    Raises:
        msgspec.ValidationError: If it has another form, or a pattern is none, or names no list of the file.
    """
    return msgspec.convert(read, form, dec_hook=lambda kind, value: _decoded(kind, value, read))


def _decoded(kind: Any, value: Any, read: dict[str, Any]) -> Any:  # noqa: ANN401 - the same
    if kind != Pattern:
        return kind(value)
    try:
        return re.compile(
            _LIST_NAMED.sub(lambda named: any_of(read[named[1]], patterns=bool(named["patterns"])), value)
        )
    except (re.error, KeyError) as error:
        message = f"no pattern: {value!r}: {error}"
        raise ValueError(message) from error


@cache
def _word_loader() -> Any:  # noqa: ANN401 - a class of the library
    """The safe loader, with the truth values of YAML 1.2: ``true`` and ``false`` only."""
    import yaml  # noqa: PLC0415 - only for files that were not packed

    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # where the library was built with it
    resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if tag != _BOOL]
        for first, pairs in fast.yaml_implicit_resolvers.items()
    }
    loader: Any = type("WordLoader", (fast,), {"yaml_implicit_resolvers": resolvers})
    loader.add_implicit_resolver(_BOOL, re.compile("^(?:true|false)$"), list("tf"))
    return loader


def read_words(place: Traversable) -> Any:  # noqa: ANN401 - each file has its own form, which its reader checks
    """What a file of words holds: out of ``packed.msgpack`` if it stands there as it is now, else read as YAML.

    Raises:
        FileNotFoundError: If there is none.
        UnreadableWordsError: If it is no YAML.
    """
    written = place.read_bytes()
    packed = _packed().get(digest_of(written))
    return _of_yaml(written) if packed is None else msgspec.msgpack.decode(packed)


def _of_yaml(written: bytes) -> Any:  # noqa: ANN401 - the same
    import yaml  # noqa: PLC0415 - only for files that were not packed

    try:
        return yaml.load(written, Loader=_word_loader())  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise UnreadableWordsError(str(error)) from error


def digest_of(written: bytes) -> str:
    """By what a file is found in the pack: its content, so that a changed one is read anew."""
    return blake2b(written, digest_size=12).hexdigest()


@cache
def _packed() -> dict[str, msgspec.Raw]:
    """What the package's files held when they were packed, by their digests; empty where nothing was packed."""
    place = files("twosource.language") / PACK
    return msgspec.msgpack.decode(place.read_bytes(), type=dict[str, msgspec.Raw]) if place.is_file() else {}


def pack_words(places: Iterable[Traversable]) -> bytes:
    """The content of ``packed.msgpack``: what files hold, by their digests. YAML takes nine times as long to read."""
    written = (place.read_bytes() for place in places)
    return msgspec.msgpack.encode({digest_of(each): _of_yaml(each) for each in written})
