"""Stories for other programs: one JSON object, or one record a line."""

import json
from collections.abc import Iterator, Sequence

from twosource.model import Story
from twosource.present.sharing import shareable

_LISTS = {
    "articles": "article",
    "sources": "source",
    "statements": "statement",
    "figures": "figure",
    "moments": "moment",
    "passages": "passage",
    "origins": "origin",
    "points": "point",
    "conflicts": "conflict",
    "ranges": "range",
    "timeline": "timeline",
    "checks": "check",
    "gaps": "gap",
}


def to_json(stories: Sequence[Story]) -> str:
    r"""Stories as JSON in the form of ``docs/story-json.md``.

    Args:
        stories: Any number.

    Returns:
        For one story its object, as the contract has it; for none or several an array of such objects, one a line.
        For many stories ``to_jsonl`` is the better form. Ends in a line break.

    Example:
        >>> to_json([])
        '[]\n'
    """
    objects = [shareable(story).to_json() for story in stories]
    if len(objects) == 1:
        return objects[0] + "\n"
    return "[" + ",\n".join(objects) + "]\n"


def to_jsonl(stories: Sequence[Story]) -> str:
    """Stories as one record a line, for many stories and for tools that read by the line.

    Every line is an object whose ``record`` says what it is (``story``, ``article``, ``source``, ``statement``,
    ``figure``, ``moment``, ``passage``, ``origin``, ``point``, ``conflict``, ``range``, ``timeline``, ``check``, ``gap``) and
    whose ``story`` is the id of the story it belongs to. The ``story`` record comes first and holds what is left of
    the object when the lists are taken out; the other keys are those of ``docs/story-json.md``.

    Returns:
        The lines, each ending in a line break; empty for no stories.
    """
    return "".join(f"{line}\n" for story in stories for line in _lines(story))


def _lines(story: Story) -> Iterator[str]:
    whole: dict[str, object] = json.loads(shareable(story).to_json())
    rest = {key: value for key, value in whole.items() if key not in _LISTS}
    yield _line("story", story.id, rest)
    for key, record in _LISTS.items():
        for thing in json.loads(json.dumps(whole.get(key, []))):
            yield _line(record, story.id, thing)


def _line(record: str, story: str, parts: dict[str, object]) -> str:
    return json.dumps({"record": record, "story": story, **parts}, ensure_ascii=False, separators=(",", ":"))
