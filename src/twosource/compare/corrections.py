"""What a person corrected by hand, made ready for the rooms that apply it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from twosource.model import Edit
from twosource.text.grams import words_of
from twosource.text.names import name_key
from twosource.text.reasons import Reason

Joins = Mapping[str, tuple[str, Reason]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """Corrections of one story, each with the sentence that tells of it. Names are keys as ``name_key`` makes them."""

    # A name, to the name it is shown under and why. What it leads to is joined to nothing further. To itself: all
    # sources that are called so are one, also where they have no name but a description.
    joins: Mapping[str, tuple[str, Reason]] = field(default_factory=dict)
    # Names that are taken out of whatever they were joined with, and why.
    apart: Mapping[str, Reason] = field(default_factory=dict)
    formulas: tuple[tuple[tuple[str, ...], Reason], ...] = ()  # the words of standing texts, and why each is one


def corrections(edits: Iterable[Edit], language: str) -> Corrections:
    """What is to be done by edits in the order in which they were made: of two about one name the later counts.

    A moved article is the business of who keeps stories. Nothing is to be done for no edits, nor for those whose words are empty.
    """
    joins: dict[str, tuple[str, Reason]] = {}
    apart: dict[str, Reason] = {}
    formulas: dict[tuple[str, ...], Reason] = {}
    for edit in edits:
        name = name_key(edit.subject, language)
        by, why = _whose(edit)
        target = (edit.target or "").strip()
        if edit.kind == "join_sources" and name and name_key(target, language):
            apart.pop(name, None)
            chain = _chain(joins, name_key(target, language), language)
            if name in chain[1:]:  # the later join counts, and not the one by which its target would lead back
                del joins[chain[chain.index(name) - 1]]
            joins[name] = (target, Reason("sources.joined_by_hand", by=by, why=why))
        elif edit.kind == "split_source" and name:
            joins.pop(name, None)
            apart[name] = Reason("sources.apart_by_hand", by=by, why=why)
        elif edit.kind == "mark_formula":
            formulas[words_of(edit.subject).forms] = Reason("sources.formula_by_hand", by=by, why=why)
    formulas.pop((), None)
    ends = {name: _chain(joins, name, language)[-2:][0] for name in joins}  # whose target is the last of its chain
    led_on = {name: (joins[end][0], joins[name][1]) for name, end in ends.items()}
    return Corrections(joins=led_on, apart=apart, formulas=tuple(formulas.items()))


def _chain(joins: Joins, name: str, language: str) -> list[str]:
    """The names, as they are compared, that a name leads to one after the other; a name that leads to itself ends it."""
    chain = [name]
    while chain[-1] in joins and (following := name_key(joins[chain[-1]][0], language)) not in chain:
        chain.append(following)
    return chain


def _whose(edit: Edit) -> tuple[Reason | str, Reason | str]:
    """Who made a correction, and why, as far as that is told."""
    by, why = " ".join(edit.by.split()), " ".join(edit.why.split())
    return Reason("sources.by_hand_of", name=by) if by else "", Reason("sources.by_hand_for", why=why) if why else ""
