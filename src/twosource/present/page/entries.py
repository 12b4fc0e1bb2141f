"""What an article says on a claim, ready to be shown: its words, on whose word, and labels for what sets it apart."""

from dataclasses import dataclass
from typing import Final

from twosource.model import Conflict, Point
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.ranking import LISTED
from twosource.present.sayings import Saying, ids_of
from twosource.present.wording import clip
from twosource.present.wording.terms import DIFFERENCES, MARKS, term

_WORDS: Final = 120  # code points of words in a cell; the whole stands one click away
_WHO: Final = 70
_HEDGE: Final = 28
_ICONS: Final = {"unverified": "?", "disputed": "!", "denied": "×", "confirmed": "+", "hedged": "~", "corrected": "↺"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A small label. ``tone`` is ``torn`` (contradiction), ``odd`` (difference) or ``doubt`` (said to be unsure)."""

    icon: str
    words: str
    tone: str
    why: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One saying. ``same`` where the words are the claim's own and need not be said again."""

    words: str
    quoted: bool
    same: bool
    who: str
    nobody: bool
    href: str
    why: str
    signs: tuple[Sign, ...]

    @property
    def tone(self) -> str:
        """The gravest of its labels: ``torn``, ``odd``, ``doubt``, or nothing."""
        tones = {sign.tone for sign in self.signs}
        return next((tone for tone in ("torn", "odd", "doubt") if tone in tones), "")


def entry_of(index: Index, point: Point, one: Saying, named: frozenset[str] = frozenset()) -> Entry:
    """A saying ready to be shown.

    Args:
        index: The story.
        point: The claim that it belongs to.
        one: The saying.
        named: The differences for which the odd ones are known: the others get no label for them.
    """
    return Entry(
        words=clip(one.text, _WORDS),
        quoted=one.voice == "quotation",
        same=one.voice != "figure" and one.says(point.label),
        who=clip(one.who or one.nobody, _WHO),
        nobody=not one.who,
        href=anchor("m", one.member.id),
        why=one.reason if len(index.articles) <= LISTED else "",
        signs=_signs(index, point, one, named),
    )


def once(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries whose words, speaker and labels are all the same are shown once: the first."""
    seen: dict[tuple[str, str, tuple[str, ...]], Entry] = {}
    for entry in entries:
        seen.setdefault((entry.words.casefold(), entry.who, tuple(sign.words for sign in entry.signs)), entry)
    return tuple(seen.values())


def _signs(index: Index, point: Point, one: Saying, named: frozenset[str]) -> tuple[Sign, ...]:
    signs: list[Sign] = []
    names = ids_of(one.member)
    held = (conflict for conflict in index.story.conflicts if names & set(conflict.members))
    conflicts: dict[str, Conflict] = {conflict.kind: conflict for conflict in held}
    for kind in one.differs:
        conflict = conflicts.get(kind)
        detail = next((each.detail for each in point.differences if each.kind == kind), "")
        signs.append(
            Sign(
                icon="≠" if conflict else "±",
                words=term(DIFFERENCES, kind),
                tone="torn" if conflict else "odd",
                why=conflict.detail if conflict else detail,
            )
        )
    signs += (
        Sign(icon="≠", words=term(DIFFERENCES, kind), tone="torn", why=conflict.detail)
        for kind, conflict in conflicts.items()
        if kind not in named and conflict.point == point.id
    )
    signs += _marks(index, one)
    return tuple(dict.fromkeys(signs))


def _marks(index: Index, one: Saying) -> list[Sign]:
    """What is said of it: by whom, and where it is only said with caution, in which words."""
    signs: list[Sign] = []
    for mark in one.marks:
        by = f" by {name}" if (name := index.named(mark.by)) else ""
        words = index.line(mark.span, one.article)
        told = f"“{clip(words, _HEDGE)}”" if mark.kind == "hedged" and words else f"{term(MARKS, mark.kind)}{by}"
        href = anchor("k", index.mark_owner(one.article, mark), mark.kind, str(mark.start))
        rests = f"{mark.reason}: “{index.words(mark.sentence, one.article)}”" if mark.sentence else mark.reason
        signs.append(Sign(icon=_ICONS.get(mark.kind, "?"), words=told, tone="doubt", why=rests, href=href))
    return signs
