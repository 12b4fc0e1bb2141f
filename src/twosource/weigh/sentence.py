"""The sentence that says how many stand behind a point: names first, counts after, and never "independent"."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import Article, Origin
from twosource.text.prose import counted, inside, listed, opened

_SHOWN = 4
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles that have a point from one origin. ``how`` says what ties them for this point alone, if anything does."""

    articles: tuple[Article, ...]
    origin: Origin
    how: tuple[str, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who published them, each once."""
        return tuple(sorted({article.outlet for article in self.articles}))


def standing_sentence(groups: Sequence[Group], sources: Sequence[str], *, unknown: bool) -> str:
    """Say who stands behind a point.

    Args:
        groups: The articles, by origin; at least one.
        sources: What each voice is called, on whose word it is. Empty where it is the outlets' own.
        unknown: Whether some say it on the word of a source that could not be made out.

    Returns:
        One sentence, for example "One source (harbour authority), carried by a.example and b.example; both have it from
        one text, for this statement: the same 23 words."
    """
    outlets = sorted({outlet for group in groups for outlet in group.outlets})
    parts = [f"{_voices(sources, unknown=unknown)}, carried by {listed(outlets, _SHOWN)}"]
    parts += [_common(group, only=len(groups) == 1) for group in groups if len(group.outlets) > 1]
    if len(groups) > 1:
        between = "them" if len(groups) == len(outlets) else listed([_called(group) for group in groups], _SHOWN)
        parts.append(f"no shared origin found between {between}")
    parts += [
        f"{group.outlets[0]} carries {group.origin.via}"
        for group in groups
        if len(group.outlets) == 1 and group.origin.via
    ]
    parts += _owners(groups)
    return "; ".join(parts) + "."


def _voices(sources: Sequence[str], *, unknown: bool) -> str:
    if not sources:
        return "A source that could not be made out" if unknown else "The outlets' own word, no source named"
    named = f"{counted(len(sources), 'source')} ({listed([inside(name) for name in sources], _SHOWN)})"
    return opened(named) + (" and one that could not be made out" if unknown else "")


def _common(group: Group, *, only: bool) -> str:
    """From what text several outlets have it, and what shows that."""
    both = "both have it" if len(group.outlets) == _TWO else "all have it"
    who = both if only else f"{listed(group.outlets, _SHOWN)} have it"
    origin = group.origin
    shown = f": {listed(group.how, _TWO)}" if group.how else ""
    if origin.point:
        return f"{who} from one text, for this statement{shown}"
    if origin.via:
        return f"{who} from {origin.via}{shown}"
    if origin.passages or shown:
        return f"{who} from one text{shown or ', as the rest of their wording shows'}"
    return f"{who} from one {'newsroom' if len(group.outlets) == 1 else 'text, by their credits'}"


def _called(group: Group) -> str:
    """The first outlet of a group stands for it."""
    more = len(group.outlets) - 1
    return f"{group.outlets[0]} (with {more} more)" if more else group.outlets[0]


def _owners(groups: Sequence[Group]) -> list[str]:
    """Outlets of different origins that have one publisher."""
    owned: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for article in group.articles:
            if article.publisher:
                owned[article.publisher].add(article.outlet)
    return [
        f"{listed(sorted(outlets), _SHOWN)} belong to {owner}"
        for owner, outlets in sorted(owned.items())
        if len(outlets) > 1
    ]
