"""Which line is the headline."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from twosource.clean.characters import host_of, is_dense, one_line, word_count
from twosource.clean.masthead import masthead_label
from twosource.clean.pieces import Piece
from twosource.clean.wording import residue_reason
from twosource.model import Candidate, CandidateOrigin, Raw
from twosource.text.pieces import key_of
from twosource.text.reasons import Reason

MOST_CHARACTERS: Final = 250
_FIRST_LINES: Final = 4
_TOP_PIECES: Final = 12
_FEWEST_WORDS: Final = 2
_TWO: Final = 2
_LAST: Final[tuple[CandidateOrigin, ...]] = ("feed", "meta", "title element")
_SHARED: Final[tuple[CandidateOrigin, ...]] = ("json-ld", "open graph", "page")
_SHOWN: Final[tuple[CandidateOrigin, ...]] = ("page", "json-ld")
_SHORTEST_NAME: Final = 3
_SHORTEST_WORD: Final = 4
_MOST_NAME: Final = 50
_MOST_AROUND_NAME: Final = 3
_MOST_BEFORE_NAME: Final = 12
_BEHIND_TITLE = re.compile(r"\s*[|｜]\s*|\s+[-–—·»«:]+\s+|\s*：\s*|:\s+(?=[^\s:]+(?:\s[^\s:]+){0,3}$)")


def headline_of(raw: Raw, pieces: Sequence[Piece], candidates: Sequence[Candidate]) -> str | None:
    """The stated title, or the first line of plain text where it reads as one; None where there is neither.

    What a record or the caller says goes first. Of a page's data, its Open Graph title and its main heading, the
    wording that two of them share is taken; else what its data say: titles for shared links and for search differ
    from what readers see. The outlet's name around a title is no part of it, and a page named after its site has its
    headline in a heading or in the line that its markup calls so.
    """
    stated = [c for c in candidates if c.field == "headline" and len(c.value) <= MOST_CHARACTERS * 2]
    said = next((c.value for c in stated if c.origin in ("given", "record")), None)
    outlets = _outlets(raw, candidates)
    if said:
        return without_outlet(one_line(said), *outlets)
    titles = _titles(stated, pieces, outlets)
    if titles:
        shared = Counter(map(key_of, titles.values()))
        text = " ".join(piece.text for piece in pieces if piece.kind is None).casefold()
        return max(titles.values(), key=lambda title: (_speaks_of(title, text), min(shared[key_of(title)], _TWO)))
    if raw.kind == "html":
        return None
    return _first_line(pieces)


def _titles(stated: Sequence[Candidate], pieces: Sequence[Piece], outlets: Sequence[str]) -> dict[str, str]:
    """What each origin calls the article, in the order in which they are believed; none that only names the site."""
    names = frozenset(map(key_of, outlets))
    shown = next((piece.text for piece in pieces[:_TOP_PIECES] if piece.kind == "headline"), None)
    first = {c.origin: c.value for c in reversed(stated)}
    if shown:
        first["page"] = shown
    # Of two, what readers see.
    believed = _SHARED if first.get("open graph") else _SHOWN
    told = {origin: one_line(title) for origin, title in first.items() if title and not _is_site(title, names)}
    bare = {origin: told[origin] for origin in believed if origin in told}
    bare = bare or {origin: told[origin] for origin in islice(filter(told.__contains__, _LAST), 1)}
    return {o: _without_rest(without_outlet(title, *outlets), bare.values()) for o, title in bare.items()}


def _speaks_of(title: str, text: str) -> bool:
    """Whether a title has any word of the text: one of the site alone has none."""
    words = re.findall(r"[^\W\d_]+", title.casefold())
    longer = [word for word in words if len(word) >= _SHORTEST_WORD or is_dense(word)]
    return not longer or any(word in text for word in longer)


def _is_site(title: str, names: frozenset[str]) -> bool:
    """Whether a title is the site's name, with no more than a word or two around it."""
    key = key_of(title)
    held = [len(name) for name in names if name in key and len(name) >= _SHORTEST_NAME]
    behind = any(key.endswith(name) and len(key) - len(name) <= _MOST_BEFORE_NAME for name in names)
    few = any(len(title.split()) <= _MOST_AROUND_NAME + letters // 6 for letters in held)
    return few and (key in names or behind)


def _outlets(raw: Raw, candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """All names of the outlet: given, of its domain, and what the page calls itself."""
    stated = [raw.outlet, host_of(raw.url), *(c.value for c in candidates if c.field == "outlet")]
    hosts = [host.removeprefix("www.").partition(".")[0] for one in stated if one and (host := host_of(one) or one)]
    slogans = [part for one in stated if one for part in _BEHIND_TITLE.split(one)]
    names = dict.fromkeys((*filter(None, stated), *slogans, *hosts))
    return tuple(name for name in names if len(key_of(name)) >= _SHORTEST_NAME)


def without_outlet(title: str, *outlets: str) -> str:
    """A title without the outlet's name that pages put behind it or before it.

    Example:
        >>> without_outlet("Bridge closed today - herald.example | News", "herald")
        'Bridge closed today'
    """
    names = [key for outlet in outlets if len(key := key_of(outlet)) >= _SHORTEST_NAME]
    for cut in _BEHIND_TITLE.finditer(title):
        rest = key_of(title[cut.end() :])
        known = any(name in rest or (rest in name and len(rest) >= _SHORTEST_NAME) for name in names)
        if known and word_count(title[: cut.start()]) > _FEWEST_WORDS and len(rest) <= _MOST_NAME:
            return title[: cut.start()].rstrip(" |-–—")
    first = _BEHIND_TITLE.search(title)
    if first and key_of(title[: first.start()]) in names and word_count(title[first.end() :]) > _FEWEST_WORDS:
        return title[first.end() :]
    return title


def _without_rest(title: str, others: Iterable[str]) -> str:
    """A title up to where another origin's ends, where a mark and a few words of the site follow."""
    for other in others:
        if other == title or not title.startswith(other[:_SHORTEST_NAME]):
            continue
        for cut in _BEHIND_TITLE.finditer(title):
            if key_of(title[: cut.start()]) == key_of(other) and len(title) - cut.end() <= _MOST_NAME:
                return title[: cut.start()]
    return title


def _first_line(pieces: Sequence[Piece]) -> str | None:
    for piece in pieces[:_FIRST_LINES]:
        line = one_line(piece.text)
        if residue_reason(line) or masthead_label(line):
            continue
        fits = len(line.split()) >= _FEWEST_WORDS and len(line) <= MOST_CHARACTERS and len(pieces) > 1
        return line if fits and line[-1:] not in ".:;," else None
    return None


def with_headline(pieces: Sequence[Piece], headline: str | None) -> list[Piece]:
    """The pieces with the headline among them: put in front where the top of the text does not hold it."""
    if not headline:
        return list(pieces)
    key = key_of(headline)
    if any(key_of(piece.text) == key for piece in pieces[:_TOP_PIECES] if len(piece.text) < 2 * MOST_CHARACTERS):
        return list(pieces)
    return [Piece(text=headline, kind="headline", reason=Reason("pages.stated_title")), *pieces]
