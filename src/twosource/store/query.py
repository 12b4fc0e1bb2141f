"""What is searched for, and how a person writes it."""

import re
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Final, get_args
from unicodedata import normalize

from twosource.errors import QueryError
from twosource.model import MarkKind, Span
from twosource.store.rows import folded

_WORD: Final = re.compile(r"[^\W_]+")
_PART: Final = re.compile(r'"([^"]*)"|(\S+)')
_NUMBER: Final = r"(\d[\d,_]*(?:\.\d+)?)\s*(thousand|million|billion|k|m|bn)?"
_FIGURE: Final = re.compile(
    rf"\s*(?P<what>[^<>=]*?)\s*(?:(?P<sign><=|>=|<|>|==?|≥|≤)\s*{_NUMBER}|(?:between|from)\s+{_NUMBER}\s+(?:and|to)\s+{_NUMBER})\s*",
    re.IGNORECASE,
)
_ANY: Final = re.compile(r"\s*[^\W\d_]+(?:[ '’-][^\W\d_]+){0,5}\s*")
_TIMES: Final = {"": 1.0, "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_LONGEST: Final = 200
FIGURE_FORM: Final = "a measure or what is counted, with a sign and a number if you like: “killed”, “killed > 100”, “homes between 20 and 30”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that stand side by side, as typed; ``open_end`` where the last may go on ("harb*")."""

    words: tuple[str, ...]
    open_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWanted:
    """A condition on figures.

    Attributes:
        what: A measure ("killed"), or words of what is counted ("homes"); "" for any.
        low, high: The values that fit.
        above, below: Whether ``low`` itself, or ``high`` itself, is left out.
    """

    what: str
    low: float = -inf
    high: float = inf
    above: bool = False
    below: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search; all that is given must fit.

    Attributes:
        words: Words that must stand in one paragraph, or at least in one article; "in quotes" side by side; ``harb*``
            for any ending. Odd characters mean nothing, and a search of nothing else finds nothing.
        source: A part of a source's name, as any article has it.
        outlet: A part of the outlet's name or of its publisher's.
        since, until: ISO days, both included. Articles that nothing dates fit no day.
        figure: As in "killed", whatever the number, "killed > 100", ">= 100", "< 100", "= 100", "between 100 and 200".
        mark: What is marked so.
        story: Id of a story.
        limit: Hits at most.
    """

    words: str = ""
    source: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    figure: str | None = None
    mark: str | None = None
    story: str | None = None
    limit: int = 50

    def __post_init__(self) -> None:
        """Refuse what cannot be asked."""
        for day in (self.since, self.until):
            if day is not None and not _is_day(day):
                raise QueryError(day, "a day as in 2031-05-14")
        if self.mark is not None and self.mark not in get_args(MarkKind):
            raise QueryError(self.mark, f"a mark: {', '.join(get_args(MarkKind))}")
        if self.figure is not None:
            figure_wanted(self.figure)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def phrases(words: str) -> tuple[Phrase, ...]:
    """What stands in a search line, whatever is typed; empty where there is no letter or digit.

    Example:
        >>> [phrase.words for phrase in phrases('fire "grain terminal" AND (')]
        [('fire',), ('grain', 'terminal'), ('AND',)]
    """
    found = []
    for match in _PART.finditer(words):
        quoted, bare = match.groups()
        part = quoted if quoted is not None else bare
        tokens = tuple(_WORD.findall(normalize("NFC", part)))
        if tokens:
            found.append(Phrase(words=tokens, open_end=quoted is None and part.endswith("*")))
    return tuple(dict.fromkeys(found))


def fts_query(wanted: tuple[Phrase, ...]) -> str:
    """The phrases in the index's own language; every word is quoted, so that none of them is a command."""
    return " AND ".join('"' + " ".join(phrase.words) + '"' + "*" * phrase.open_end for phrase in wanted)


def found_in(phrase: Phrase, text: str) -> Span | None:
    """Where a phrase first stands in a text, whatever its capitals and accents."""
    tokens = [(folded(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
    words = [folded(word) for word in phrase.words]
    for i in range(len(tokens) - len(words) + 1):
        last = tokens[i + len(words) - 1]
        fits = last[0].startswith(words[-1]) if phrase.open_end else last[0] == words[-1]
        if fits and all(tokens[i + n][0] == word for n, word in enumerate(words[:-1])):
            return Span(start=tokens[i][1], end=last[2])
    return None


def figure_wanted(text: str) -> FigureWanted:
    """Read a condition on figures. A measure alone, or what is counted, fits any number.

    Example:
        >>> figure_wanted("killed > 1,200").low
        1200.0

    Raises:
        QueryError: If it cannot be understood.
    """
    if len(text) < _LONGEST and _ANY.fullmatch(text):
        return FigureWanted(what=text.strip())
    match = _FIGURE.fullmatch(text) if len(text) < _LONGEST else None
    if match is None:
        raise QueryError(text, FIGURE_FORM)
    what, sign = match["what"].strip(), match["sign"]
    one, other = _value(match[3], match[4]), _value(match[5], match[6])
    if sign is None:
        return FigureWanted(what=what, low=min(other, last := _value(match[7], match[8])), high=max(other, last))
    if sign.startswith((">", "≥")):
        return FigureWanted(what=what, low=one, above=sign == ">")
    if sign.startswith(("<", "≤")):
        return FigureWanted(what=what, high=one, below=sign == "<")
    return FigureWanted(what=what, low=one, high=one)


def _value(digits: str | None, times: str | None) -> float:
    if digits is None:
        return 0.0
    return float(digits.replace(",", "").replace("_", "")) * _TIMES[(times or "").lower()]
