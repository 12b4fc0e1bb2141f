"""YAML files of words, read as words: "no", "on" and "off" are no truth values here."""

import re
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import yaml

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOL = "tag:yaml.org,2002:bool"


class WordFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """The form of a file of lists; what it does not have is empty, what nobody reads is an error."""


class _WordLoader(_BASE):  # type: ignore[misc]  # the fast loader, where the library was built with it
    """The safe loader, with the truth values of YAML 1.2: ``true`` and ``false`` only."""


_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
    for first, resolvers in _BASE.yaml_implicit_resolvers.items()
}
_WordLoader.add_implicit_resolver(_BOOL, re.compile("^(?:true|false)$"), list("tf"))


def read_words(place: Traversable) -> Any:  # noqa: ANN401 - each file has its own form, which its reader checks
    """What a file of words holds.

    Raises:
        FileNotFoundError: If there is none.
        yaml.YAMLError: If it is no YAML.
    """
    return yaml.load(place.read_text(encoding="utf-8"), Loader=_WordLoader)  # noqa: S506 - a safe loader
