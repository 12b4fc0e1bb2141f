"""Forms of other programs as JSON Schema, for what our exports write of them.

Written down for these tests from the published descriptions (IPTC ninjs 1.4; Citation Style Language 1.0.2, data of
citations): names, types and forms of the properties that a text has. No property is let through that stands here not.
"""

from typing import Any

_TEXT = {"type": "string"}
_STAMP = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
_URI = {"type": "string", "format": "uri", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:\S+$"}


def _object(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_NAMED = _object(("name",), name=_TEXT, rel=_TEXT, scheme=_TEXT, code=_TEXT)
NINJS = _object(
    ("uri",),
    uri=_URI,
    type={"enum": ["text", "audio", "video", "picture", "graphic", "composite", "planning", "component"]},
    mimetype=_TEXT,
    representationtype={"enum": ["complete", "incomplete"]},
    version=_TEXT,
    firstcreated=_STAMP,
    versioncreated=_STAMP,
    contentcreated=_STAMP,
    embargoed=_STAMP,
    pubstatus={"enum": ["usable", "withheld", "canceled"]},
    urgency={"type": "number"},
    copyrightholder=_TEXT,
    copyrightnotice=_TEXT,
    usageterms=_TEXT,
    language={"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
    person=_list(_NAMED),
    organisation=_list(_NAMED),
    place=_list(_NAMED),
    subject=_list(_NAMED),
    event=_list(_NAMED),
    object=_list(_NAMED),
    infosources=_list(_NAMED),
    byline=_TEXT,
    headline=_TEXT,
    slugline=_TEXT,
    located=_TEXT,
    charcount={"type": "integer", "minimum": 0},
    wordcount={"type": "integer", "minimum": 0},
    body_text=_TEXT,
    body_xhtml=_TEXT,
    description_text=_TEXT,
)

_TEXT_OR_NUMBER = {"type": ["string", "number"]}
_NAME = _object((), family=_TEXT, given=_TEXT, literal=_TEXT, suffix=_TEXT)
_PART = {"type": "array", "items": {"type": ["string", "number"]}, "minItems": 1, "maxItems": 3}
_DATE = _object(
    (),
    **{"date-parts": {"type": "array", "items": _PART, "minItems": 1, "maxItems": 2}, "literal": _TEXT, "raw": _TEXT},
)
CSL = _list(
    _object(
        ("type", "id"),
        **{
            "type": {
                "enum": [
                    "article-newspaper",
                    "article-magazine",
                    "article-journal",
                    "article",
                    "webpage",
                    "post-weblog",
                ]
            },
            "id": _TEXT_OR_NUMBER,
            "title": _TEXT,
            "container-title": _TEXT,
            "publisher": _TEXT,
            "language": _TEXT,
            "author": _list(_NAME),
            "issued": _DATE,
            "accessed": _DATE,
            "URL": _TEXT,
            "abstract": _TEXT,
            "note": _TEXT,
        },
    )
)
