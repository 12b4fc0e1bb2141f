"""A parser of an invented tongue: words from a list, one clause a sentence, what is said behind "da" or between marks.

It shows what another parser has to do: split into sentences, and map what it finds onto the labels of
``language/labels.py``. The word lists of the tongue stand in ``language_xx``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twosource.language import Entity, Parsed, Tree, labels
from twosource.language.tree import Row
from twosource.model import Article

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SENTENCE = re.compile(r"[^.!?]+[.!?]?[»”]?,?")
NOUN, VERB, NAME = (labels.NOUN, labels.PLURAL_NOUN), (labels.VERB, labels.PAST), (labels.NAME, labels.SINGULAR_NAME)
WORDS = {
    "fen": ("fen", *NOUN),
    "mur": ("mur", *NOUN),
    "morat": ("mora", *VERB),
    "dorat": ("dora", *VERB),
    "nekat": ("neka", *VERB),
    "kel": ("kela", *VERB),
    "tri": ("tri", labels.NUMERAL, labels.CARDINAL_TAG),
    "kvar": ("kvar", labels.NUMERAL, labels.CARDINAL_TAG),
    "nu": ("nu", labels.LITTLE_WORD, labels.ADVERB_TAG),
    "vo": ("vo", labels.ADPOSITION, labels.PREPOSITION_TAG),
    "da": ("da", labels.SUBORDINATOR, labels.PREPOSITION_TAG),
    "ta": ("ta", labels.DETERMINER, labels.DETERMINER_TAG),
}
SIDES = {
    labels.NUMERAL: labels.NUMERIC,
    labels.DETERMINER: labels.DETERMINING,
    labels.LITTLE_WORD: labels.NEGATION,
    labels.PUNCTUATION: labels.STOP,
    labels.SUBORDINATOR: labels.MARKER,
}


@dataclass
class _Words:
    """The tokens of a block as columns."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)


class TongueParser:
    """The Parser port."""

    def __call__(self, articles: Sequence[Article]) -> list[Parsed]:
        """A tree for each block that holds sentences."""
        return [
            Parsed(
                trees=tuple(
                    tree_of(article.text, block.start, block.end, article.language)
                    if block.kind in {"headline", "paragraph"}
                    else None
                    for block in article.blocks
                )
            )
            for article in articles
        ]


def tree_of(text: str, start: int, end: int, language: str) -> Tree:
    """A block's tree."""
    columns, sentences = _Words(), []
    for place in _SENTENCE.finditer(text, start, end):
        first = len(columns.words)
        for match in _TOKEN.finditer(text, place.start(), place.end()):
            _add(columns, match)
        if len(columns.words) > first:
            sentences.append((first, len(columns.words)))
            _hang(columns, first, len(columns.words))
    lefts, rights = _edges(columns.heads)
    return Tree(
        words=tuple(columns.words),
        starts=tuple(columns.starts),
        ends=tuple(at + len(word) for at, word in zip(columns.starts, columns.words, strict=True)),
        lemmas=tuple(columns.lemmas),
        pos=tuple(columns.pos),
        tags=tuple(columns.tags),
        deps=tuple(columns.deps),
        heads=tuple(map(Row, columns.heads)),
        lefts=lefts,
        rights=rights,
        sentences=tuple(sentences),
        entities=tuple(_names(columns)),
        language=language,
    )


def _add(columns: _Words, match: re.Match[str]) -> None:
    word = match[0]
    unknown = NAME if word[0].isalpha() else (labels.PUNCTUATION, ".")
    lemma, pos, tag = WORDS.get(word.lower(), (word.lower(), *unknown))
    columns.words.append(word)
    columns.starts.append(match.start())
    columns.lemmas.append(lemma)
    columns.pos.append(pos)
    columns.tags.append(tag)
    columns.deps.append("")
    columns.heads.append(len(columns.heads))


def _hang(columns: _Words, first: int, last: int) -> None:
    """Heads and labels of one sentence."""
    verbs = [row for row in range(first, last) if columns.pos[row] == labels.VERB]
    root = verbs[0] if verbs else first
    telling = next((row for row in verbs if columns.lemmas[row] in {"kela", "neka"}), root)
    columns.deps[telling] = labels.ROOT
    told = [row for row in verbs if row != telling]
    for row in told:
        columns.heads[row], columns.deps[row] = telling, labels.CONTENT
    marks = [row for row in range(first, last) if columns.words[row] in {"da", ","}]
    for row in range(first, last):
        if row in verbs or row == telling:
            continue
        verb = _verb_of(row, telling, told, marks)
        _hang_word(columns, row, verb, first, last)


def _verb_of(row: int, telling: int, told: list[int], marks: list[int]) -> int:
    """Which verb's clause a word belongs to; "da" belongs to the clause behind it."""
    if not told:
        return telling
    first, last = sorted((telling, told[0]))
    between = next((mark for mark in marks if first < mark < last), last)
    return first if row < between else last


def _hang_word(columns: _Words, row: int, verb: int, first: int, last: int) -> None:
    pos = columns.pos[row]
    behind = next((n for n in range(row + 1, last) if columns.pos[n] in labels.NOUNS), None)
    if pos in labels.NOUNS:
        if row + 1 < last and columns.pos[row + 1] == labels.NAME == pos:
            columns.heads[row], columns.deps[row] = _last_name(columns, row, last), labels.COMPOUND
        elif row > first and columns.words[row - 1] == "vo":
            columns.heads[row], columns.deps[row] = row - 1, labels.PREPOSED
        else:
            other = labels.DIRECT_OBJECT if _has_subject(columns, verb) else labels.NOMINAL_SUBJECT
            columns.heads[row], columns.deps[row] = verb, other
    elif pos == labels.ADPOSITION:
        columns.heads[row], columns.deps[row] = verb, labels.PREPOSITION
    elif pos in {labels.NUMERAL, labels.DETERMINER} and behind is not None:
        columns.heads[row], columns.deps[row] = behind, SIDES[pos]
    else:
        columns.heads[row], columns.deps[row] = verb, SIDES.get(pos, labels.UNCLASSIFIED)


def _last_name(columns: _Words, row: int, last: int) -> int:
    while row + 1 < last and columns.pos[row + 1] == labels.NAME:
        row += 1
    return row


def _has_subject(columns: _Words, verb: int) -> bool:
    return any(
        head == verb and dep == labels.NOMINAL_SUBJECT for head, dep in zip(columns.heads, columns.deps, strict=True)
    )


def _edges(heads: list[int]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """First and last row of each subtree."""
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    for row in range(len(heads)):
        above = row
        while heads[above] != above:
            above = heads[above]
            lefts[above], rights[above] = min(lefts[above], row), max(rights[above], row)
    return tuple(map(Row, lefts)), tuple(map(Row, rights))


def _names(columns: _Words) -> Iterator[Entity]:
    row = 0
    while row < len(columns.words):
        if columns.pos[row] != labels.NAME:
            row += 1
            continue
        last = _last_name(columns, row, len(columns.words))
        place = row > 0 and columns.words[row - 1] == "vo"
        yield Entity(first=row, last=last + 1, label=labels.STATE_OR_TOWN if place else labels.PERSON)
        row = last + 1
