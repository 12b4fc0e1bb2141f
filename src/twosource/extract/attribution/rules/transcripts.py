"""Speech set as in a transcript: "NAME: what they say", "Q: …" and "A: …", a quotation with "― Name" behind it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.language.lexicon import Lexicon
from twosource.language.words_sources import SourceNounWords
from twosource.model import Span
from twosource.text.speaker_labels import speaker_label

_NAMED: Final = re.compile(r"\s*((?:(?:Dr|Mr|Mrs|Ms)\.? )?[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){0,2}|[QA])\s?(:)\s+(?=\S)")
_SIGNED: Final = re.compile(r"[”\"'’]\s*([―—–]|--|(?<=\s)-(?=[A-Z]))\s*([A-Z][^\n“”\"]{1,80})$")
_LEAST: Final = 2
_LEAST_NAMED: Final = 3  # lines that open with a name in small letters: fewer are a list or a heading
_LETTERS: Final = frozenset({"Q", "A"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of speech: who, by which mark, and what."""

    source: Span
    cue: Span
    content: Span


def speaker_line(text: str, block: Span, lexicon: Lexicon) -> Line | None:
    """The line that a block is, if it opens with a speaker's name in capitals and a colon, or is signed at its end.

    The name may stand behind a mark that opens a quotation.
    """
    match = speaker_label(text, block, lexicon.function_words.words)
    if match:
        return Line(source=_span(match, 1), cue=_span(match, 2), content=Span(start=match.end(), end=block.end))
    match = _SIGNED.search(text, max(block.start, block.end - 120), block.end)
    if match:
        content = Span(start=block.start, end=match.start() + 1)
        return Line(source=_span(match, 2), cue=_span(match, 1), content=content)
    return None


def speaker_lines(text: str, blocks: list[Span], lexicon: Lexicon) -> Iterator[tuple[int, Line]]:
    """Each block that is a line of speech, by index.

    A transcript has several; a single "NOTE: …" is none, so lines that open with a name in capitals count from two on.
    Those that open with a name in small letters count from three on, where the name, or its last word, opens two of them
    and the text has it elsewhere too, or a noun of people stands for it ("Caller: …"), or it takes turns with one of
    those; "Q: …" and "A: …" where both stand there.
    """
    found = [(i, line) for i, block in enumerate(blocks) if (line := speaker_line(text, block, lexicon)) is not None]
    opened = sum(line.source.start < line.content.start for _, line in found)
    kept = [(i, line) for i, line in found if opened >= _LEAST or line.source.start > line.content.start]
    taken = {i for i, _ in kept}
    named = [(i, line) for i, line in _named_lines(text, blocks, lexicon.source_nouns) if i not in taken]
    yield from sorted([*kept, *named], key=lambda pair: pair[0])


def _takes_turns(name: str, lines: Sequence[int], spoken: set[int], nouns: SourceNounWords) -> bool:
    """Whether each line of a name stands beside one of somebody who speaks."""
    return len(lines) >= _LEAST and _is_name(name, nouns) and all({i - 1, i + 1} & spoken for i in lines)


def _named_lines(text: str, blocks: Sequence[Span], nouns: SourceNounWords) -> list[tuple[int, Line]]:
    found: list[tuple[int, Line]] = []
    for i, block in enumerate(blocks):
        match = _NAMED.match(text, block.start, block.end)
        if match:
            content = Span(start=match.end(), end=block.end)
            found.append((i, Line(source=_span(match, 1), cue=_span(match, 2), content=content)))
    names = [line.source.of(text).rsplit(maxsplit=1)[-1] for _, line in found]
    times = Counter(names)
    speakers = {name for name in times if _speaks(text, name, times, nouns)}
    spoken = {i for (i, _), name in zip(found, names, strict=True) if name in speakers}
    turns: dict[str, list[int]] = {}
    for (i, _), name in zip(found, names, strict=True):
        turns.setdefault(name, []).append(i)
    speakers |= {name for name in times.keys() - speakers if _takes_turns(name, turns[name], spoken, nouns)}
    kept = [pair for pair, name in zip(found, names, strict=True) if name in speakers]
    return kept if len(kept) >= _LEAST_NAMED else []


def _is_name(word: str, nouns: SourceNounWords) -> bool:
    return word.lower() not in nouns.label and word not in _LETTERS


def _speaks(text: str, name: str, times: Counter[str], nouns: SourceNounWords) -> bool:
    """Whether a word before colons is somebody: it comes back, and stands in the running text or means a person."""
    if name in _LETTERS:
        return all(times[letter] for letter in _LETTERS)
    if times[name] < _LEAST or name.lower() in nouns.label:
        return False
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    return name.lower() in nouns.unnamed or re.search(rf"[\w,’'] {last}\b(?!:)", text) is not None


def _span(match: re.Match[str], group: int) -> Span:
    return Span(start=match.start(group), end=match.end(group))
