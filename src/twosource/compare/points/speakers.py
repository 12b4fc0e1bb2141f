"""The same words given to different people, as far as it is sure that they are not one."""

import re
from typing import Final

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.source_names import are_namesakes, may_speak_for, other_people
from twosource.compare.points.pair import Pair
from twosource.model import Difference
from twosource.text.names import fold, read_name

_TELLING: Final = 4
"""Content words that two people say alike by no chance."""
_MISNAMED: Final = 2
"""So many, where both have one first name or surname: one person, misnamed once."""
_WORD_FOR_WORD: Final = 0.9
"""Share of the shorter remark."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def speakers_part(pair: Pair) -> Difference | None:
    """Where the same words, that are no everyday phrase, are given to two who are surely not one."""
    index, sources = pair.index, (pair.left.statement.source, pair.right.statement.source)
    enough = _MISNAMED if are_namesakes(*sources, index) else _TELLING
    if not other_people(*sources, index) or pair.shared < enough or not pair.alike(_WORD_FOR_WORD):
        return None
    if not all(_is_sure(side) for side in pair.sides) or may_speak_for(*sources, index):
        return None
    names = index.who(sources[0]), index.who(sources[1])
    if any(_names_other(*each) for each in zip(pair.sides, names[::-1], strict=True)):
        return None
    return pair.parted("speaker", "points.speaker", *names)


def _is_sure(side: Said) -> bool:
    """Whether a source can be told from another.

    Not a document that is only described ("the warning"), not an outlet, which passes on what others said ("the king
    had said, Reuters reported"), and not who is only "she" there, and only meant by what stands around.
    """
    found = side.source
    if found is None or found.kind == "outlet":
        return False
    words = side.statement.source_span.of(side.text).lower().split() if side.statement.source_span else []
    if len(words) == 1 and words[0] in side.lexicon.wording.function:
        return False
    return found.kind != "document" or any(word[:1].isupper() for word in found.name.split()[1:])


def _names_other(side: Said, other: str | None) -> bool:
    """Whether the other speaker is named between who speaks here and the words: whose they are is then not sure here.

    "The mayor said he would stay, while the pilot Ana Orel said that …".
    """
    surname = read_name(other or "", side.lexicon.code).surname
    if not surname or side.statement.source_span is None:
        return False
    spans = (side.statement.source_span, *side.statement.content)
    between = side.text[min(span.start for span in spans) : max(span.end for span in spans)]
    return surname in {fold(word) for word in _WORD.findall(between)}
