"""Two wordings laid side by side, word by word."""

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape

_WORD = re.compile(r"\w+|[^\w\s]|\s+")
_MANY = 10
_LONG = 800  # words; beyond, the comparison would be slow and nobody would read it


def changed(old: str, new: str) -> Markup:
    """``new`` with what it has more as ``<ins>`` and what ``old`` had instead as ``<del>``."""
    parts: list[Markup] = []
    for kind, before, after in _steps(old, new):
        if kind == "same":
            parts.append(escape(after))
            continue
        if before.strip():
            parts.append(Markup('<del title="{}">{}</del>').format(before, _shortened(before)))
        if after:
            parts.append(Markup("<ins>{}</ins>").format(after) if after.strip() else escape(after))
    return Markup("").join(parts)


def _shortened(text: str) -> str:
    """A long stretch that is not there any more, by its two ends."""
    words = text.split()
    return text if len(words) <= _MANY else f"{' '.join(words[:4])} … {' '.join(words[-3:])} "


def aligned(left: str, right: str) -> tuple[Markup, Markup]:
    """Both wordings, with what only one of them has as ``<mark>``."""
    one: list[Markup] = []
    other: list[Markup] = []
    for kind, before, after in _steps(left, right):
        wrap = Markup("{}") if kind == "same" else Markup("<mark>{}</mark>")
        one.append(wrap.format(before) if before else Markup(""))
        other.append(wrap.format(after) if after else Markup(""))
    return Markup("").join(one), Markup("").join(other)


def _steps(old: str, new: str) -> list[tuple[str, str, str]]:
    """Stretches of both texts in order: the same, or what one has instead of the other."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > _LONG:
        return [("same" if old == new else "other", old, new)]
    return _compared(before, after)


def _compared(before: list[str], after: list[str]) -> list[tuple[str, str, str]]:
    """The steps between two lists of words; what both begin and end with is set aside first, which is most of it."""
    one, other = [_key(word) for word in before], [_key(word) for word in after]
    head = _common(one, other)
    tail = _common(one[head:][::-1], other[head:][::-1])
    ends = len(one) - tail, len(other) - tail
    matcher = SequenceMatcher(None, one[head : ends[0]], other[head : ends[1]], autojunk=False)
    steps = [("same", "".join(before[:head]), "".join(after[:head]))]
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        kind = "same" if tag == "equal" else "other"
        steps.append((kind, "".join(before[head + i1 : head + i2]), "".join(after[head + j1 : head + j2])))
    return [*steps, ("same", "".join(before[ends[0] :]), "".join(after[ends[1] :]))]


def _common(one: list[str], other: list[str]) -> int:
    return next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _key(word: str) -> str:
    """Words that differ only in case, space or the make of a mark are the same words."""
    if word.isspace():
        return " "
    return {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}.get(word, word.casefold())
