"""What the word above makes of what hangs from it: "*failed* to open", "*plans* to open", "without".

``level`` is what hangs. Every rule answers with the word it rests on; its docstring is the reason that is shown.
"""

from typing import Final

from twosource.language import labels
from twosource.language.clause import Clause
from twosource.language.factuality_own import is_perfect
from twosource.language.level import Level, Rule
from twosource.language.phrase import negation_of, nobody_in
from twosource.language.tree import Row
from twosource.model import Modality


def failed(level: Level) -> Row | None:
    """What was failed, refused or impossible did not take place."""
    return _above(level, level.words.failing, ("xcomp", *labels.RELATIVE, "ccomp"))


def avoided(level: Level) -> Row | None:
    """What was avoided did not take place."""
    return _above(level, level.words.avoiding, ("xcomp",))


def prevented(level: Level) -> Row | None:
    """What somebody was kept from did not take place."""
    tree = level.tree
    if level.relation != "pcomp" or tree.lemmas[level.head] not in level.words.preventing_behind:
        return None
    over = tree.heads[level.head]
    return over if tree.lemmas[over] in level.words.preventing else None


def without(level: Level) -> Row | None:
    """It stands behind "without"."""
    return level.head if level.relation == "pcomp" and level.tree.lemmas[level.head] in level.words.without else None


def untrue(level: Level) -> Row | None:
    """It is said not to be true."""
    return predicated(level, level.words.untruth)


def yet_to_come(level: Level) -> Row | None:
    """It has yet to take place."""
    if level.relation != "xcomp" or not Clause(level.tree, level.row).is_infinitive:
        return None
    return next((c for c in level.tree.children[level.head] if level.tree.lemmas[c] in level.words.yet), None)


def supposed(level: Level) -> Row | None:
    """It is thought, feared or supposed, and not said to be known."""
    return _above(level, level.words.supposing, ("xcomp", "ccomp"))


def foreseen(level: Level) -> Row | None:
    """It is expected, due or set to come."""
    over = _above(level, level.words.foreseeing, ("xcomp", "ccomp", *labels.RELATIVE))
    if over is None or level.tree.lemmas[over] not in level.words.going:
        return over
    return over if level.tree.tags[over] == labels.GERUND else None


def planned(level: Level) -> Row | None:
    """Somebody means to do it, or said that they would."""
    return _above(level, level.words.planning, _INFINITIVES)


def attempted(level: Level) -> Row | None:
    """It was tried."""
    return _above(level, level.words.attempting, _INFINITIVES)


def wished(level: Level) -> Row | None:
    """Somebody wants it."""
    return _above(level, level.words.wishing, (*_INFINITIVES, "ccomp"))


def asked(level: Level) -> Row | None:
    """Somebody is asked or told to do it."""
    over = _above(level, level.words.asking, (*_INFINITIVES, "ccomp"))
    if over is None or level.relation != "ccomp":
        return over
    # "said he was told that …" reports; "demanded that he leave" asks.
    return (
        over if level.tree.tags[level.row] == labels.BASE_FORM or not Clause(level.tree, level.row).is_finite else None
    )


def enabled(level: Level) -> Row | None:
    """It is made possible or allowed."""
    return _above(level, level.words.enabling, _INFINITIVES)


def without_evidence(level: Level) -> Row | None:
    """There is said to be no sign or word of it: "no evidence that …"."""
    if level.relation not in labels.RELATIVE or level.tree.child(level.row, labels.MARKER) is None:
        return None
    return nobody_in(negation_of(level.tree, level.head, level.words))


def to_be_done(level: Level) -> Row | None:
    """It is to be done: "is to be sentenced", "has to close"."""
    over = level.head
    if level.relation != "xcomp" or level.tree.pos[over] not in labels.VERBAL or yet_to_come(level) is not None:
        return None
    bare = level.tree.lemmas[over] in level.words.copulas | level.words.perfect
    return over if bare and Clause(level.tree, level.row).is_infinitive else None


def open_infinitive(level: Level) -> Row | None:
    """The words above do not say that it took place."""
    known = level.words.carrying_out | level.words.saying | level.words.supposing | level.words.questioning
    plain = level.relation == "xcomp" and Clause(level.tree, level.row).is_infinitive and not is_perfect(level)
    if not plain or level.tree.lemmas[level.head] in known:
        return None
    return level.head


_INFINITIVES: Final = ("xcomp", *labels.RELATIVE)


def _above(level: Level, governors: frozenset[str], relations: tuple[str, ...]) -> Row | None:
    """The governor, if it is one of ``governors`` and what hangs from it is its complement, and no clause about it."""
    if level.relation not in relations or level.tree.lemmas[level.head] not in governors:
        return None
    if level.relation in labels.RELATIVE and not Clause(level.tree, level.row).is_infinitive:
        return None
    return level.head


def predicated(level: Level, said: frozenset[str]) -> Row | None:
    """What is said of a clause behind "it is": "it is *not true* that …"."""
    if level.relation not in ("ccomp", "csubj", "acl"):
        return None
    predicative = level.tree.child(level.head, *labels.PREDICATIVES)
    over = level.head if predicative is None else predicative
    return over if level.tree.lemmas[over] in said else None


REVERSING: Final[tuple[Rule, ...]] = (failed, avoided, prevented, without, untrue, yet_to_come)
"""By these what hangs did not take place, if they themselves are so."""
GOVERNORS: Final[tuple[tuple[Rule, Modality], ...]] = (
    (supposed, Modality.POSSIBLE),
    (foreseen, Modality.FUTURE),
    (planned, Modality.PLANNED),
    (attempted, Modality.ATTEMPTED),
    (wished, Modality.WISHED),
    (asked, Modality.ASKED),
    (enabled, Modality.POSSIBLE),
    (without_evidence, Modality.POSSIBLE),
    (to_be_done, Modality.FUTURE),
    (open_infinitive, Modality.POSSIBLE),
)
"""The first that holds decides; none is asked where one of ``REVERSING`` holds."""
