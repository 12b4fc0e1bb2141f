"""The sentence that says how many stand behind a point: names first, counts after, and never "independent"."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import Article, Origin
from twosource.text.reasons import Reason, limited, worded

_SHOWN = 4
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles that have a point from one origin. ``how`` says what ties them for this point alone, if anything does."""

    articles: tuple[Article, ...]
    origin: Origin
    how: tuple[Reason, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who published them, each once."""
        return tuple(sorted({article.outlet for article in self.articles}))


def standing_sentence(
    groups: Sequence[Group],
    sources: Sequence[str],
    language: str,
    *,
    unknown: bool,
    opposed: Sequence[str] = (),
    silent: Sequence[str] = (),
) -> str:
    """Say who stands behind a point.

    Args:
        groups: The articles, by origin; at least one.
        sources: What each voice is called, on whose word it is. Empty where it is the outlets' own.
        language: In which it is said.
        unknown: Whether some say it on the word of a source that could not be made out.
        opposed: What those are called who say the opposite.
        silent: The outlets that name nobody for it, where others do.

    Returns:
        One sentence, for example "One source (harbour authority), carried by a.example and b.example; both have it from
        one text, for this statement: the same 23 words."
    """
    outlets = sorted({outlet for group in groups for outlet in group.outlets})
    voices = _voices(sources, unknown=unknown)
    parts = [Reason("standing.carried", voices=voices, outlets=limited(outlets, _SHOWN))]
    if sources and silent:
        parts.append(Reason("standing.silent", outlets=limited(silent, _SHOWN)))
    parts += [_common(group, only=len(groups) == 1) for group in groups if len(group.outlets) > 1]
    if len(groups) > 1:
        called = limited([_called(group) for group in groups], _SHOWN)
        between = Reason("standing.them") if len(groups) == len(outlets) else called
        parts.append(Reason("standing.between", outlets=between))
    parts += [
        Reason("standing.carries", outlet=group.outlets[0], agency=group.origin.via)
        for group in groups
        if len(group.outlets) == 1 and group.origin.via
    ]
    parts += _owners(groups)
    parts += [Reason("standing.opposite", names=limited(opposed, _SHOWN), count=len(opposed))] if opposed else []
    return "; ".join(worded(part, language) for part in parts) + "."


def _voices(sources: Sequence[str], *, unknown: bool) -> Reason:
    if not sources:
        return Reason("standing.unknown_source") if unknown else Reason("standing.outlets_own")
    return Reason(
        "standing.sources",
        count=len(sources),
        names=limited([Reason("lists.inside", name=name) for name in sources], _SHOWN),
        unknown=Reason("standing.and_unknown") if unknown else "",
    )


def _common(group: Group, *, only: bool) -> Reason:
    """From what text several outlets have it, and what shows that."""
    both = Reason("standing.both") if len(group.outlets) == _TWO else Reason("standing.all")
    who = both if only else Reason("standing.some", outlets=limited(group.outlets, _SHOWN))
    origin = group.origin
    shown = Reason("standing.how", how=limited(group.how, _TWO)) if group.how else ""
    if origin.point:
        return Reason("standing.one_text_here", who=who, how=shown)
    if origin.via:
        return Reason("standing.from_agency", who=who, agency=origin.via, how=shown)
    if origin.passages or shown:
        return Reason("standing.one_text", who=who, how=shown or Reason("standing.by_the_rest"))
    if len(group.outlets) == 1:
        return Reason("standing.one_newsroom", who=who)
    return Reason("standing.by_credits", who=who)


def _called(group: Group) -> Reason | str:
    """The first outlet of a group stands for it."""
    more = len(group.outlets) - 1
    return Reason("standing.with_more", outlet=group.outlets[0], count=more) if more else group.outlets[0]


def _owners(groups: Sequence[Group]) -> list[Reason]:
    """Outlets of different origins that have one publisher."""
    owned: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for article in group.articles:
            if article.publisher:
                owned[article.publisher].add(article.outlet)
    return [
        Reason("standing.owned", outlets=limited(sorted(outlets), _SHOWN), owner=owner)
        for owner, outlets in sorted(owned.items())
        if len(outlets) > 1
    ]
