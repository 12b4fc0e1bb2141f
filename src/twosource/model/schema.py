"""The contract as a JSON Schema, made of the model itself, so that it cannot say another thing than the program does."""

import json
import re
from inspect import cleandoc
from typing import Any, Final, cast

from twosource.model.story import FORMAT, Story

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ATTRIBUTES: Final = re.compile(r"^Attributes:\n((?:    .*\n?|\n)+)", re.MULTILINE)
_ATTRIBUTE: Final = re.compile(r"^    ([a-z][\w, ]*): (.*(?:\n {6,}.*)*)", re.MULTILINE)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a story.

    Returns:
        Keys that ``Story.to_json`` always writes are wanted only where the model has no default for them, so that what
        an earlier version wrote is still valid; other keys may be there, as the contract allows. Descriptions are those
        of the model's attributes. ``$id`` names the format and its number.

    Example:
        >>> schema()["$id"]
        'urn:twosource-story/1'
    """
    import msgspec  # noqa: PLC0415 - heavy only at the edges

    (reference,), parts = msgspec.json.schema_components([Story], ref_template="#/$defs/{name}")
    for part in parts.values():
        _describe(part)
    parts["Story"]["properties"]["format"]["const"] = FORMAT
    frame = {"$schema": _DIALECT, "$id": f"urn:{FORMAT}", "title": "A story, laid side by side"}
    return cast("dict[str, Any]", json.loads(json.dumps({**frame, **reference, "$defs": parts})))


def _describe(part: dict[str, Any]) -> None:
    """Give each property what the docstring says of it, and the whole the docstring's first paragraph."""
    whole = cleandoc(cast("str", part.get("description", "")))
    part["description"] = " ".join(whole.split("\n\n", 1)[0].split())
    section = _ATTRIBUTES.search(whole)
    for names, words in _ATTRIBUTE.findall(section[1] if section else ""):
        for name in names.split(", "):
            held = part["properties"].get(name)
            if held is not None and "$ref" not in held:
                held["description"] = " ".join(words.split())
