"""What unquoted words tell of their source: what they said, what they think, plan or wish, or nothing; learned.

The features stand in ``report_features``; ``report_weights.yml`` holds what each weighs.
``bench/train_statements.py`` learns them from statements of real articles that a person read one by one.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Final, Literal

from twosource.extract.attribution.passes.acts import act_of, goes_by_a_measure
from twosource.extract.attribution.passes.attributed import Attributed
from twosource.extract.attribution.passes.report_features import FEATURES, quotes, with_question
from twosource.language import labels
from twosource.language.word_files import Words, read_words
from twosource.model import Attitude

Told = Attitude | Literal["words", "nothing"]

_WORDS: Final = 0.65
"""Least chance of being somebody's words; ``bench/train_statements.py`` prints what other chances lose and keep."""
_WORDS_QUOTED: Final = 0.3
"""The same where words in quotation marks stand in it: without it they would have no speaker."""
_NOTHING: Final = 10.0
"""By how much likelier than an attitude it must be that nothing is told: an attitude is only listed, nothing is lost."""


def told_as(seen: Attributed, score: float) -> Told:
    """What an attribution of unquoted words tells: somebody's words, what somebody thinks, plans or wishes, or nothing.

    ``score`` is how sure the learned model is of how it is cut, 0 to 1.
    """
    sure = next((told(seen) for holds, told in _SURE if holds(seen)), None)
    if sure is not None:
        return sure
    chances = chances_of(seen, score)
    if chances["words"] >= (_WORDS_QUOTED if quotes(seen) else _WORDS):
        return "words"
    return "nothing" if chances["nothing"] > _NOTHING * chances["attitude"] else attitude_of(seen)


def by_its_form(seen: Attributed) -> bool:
    """Whether "according to" stands before a name or a noun of somebody or something that speaks, whatever the parser makes of it."""
    tree, head = seen.tree, seen.source_head
    if head is None or tree.lowered[seen.head] not in seen.frames.according:
        return False
    if goes_by_a_measure(seen):
        return False
    speaks = tree.pos[head] == labels.NAME or seen.lexicon.source_nouns.kind_of(tree.lemmas[head]) is not None
    return speaks and seen.states and tree.lowered[seen.cue[-1]] in seen.frames.according_behind


def is_act(seen: Attributed) -> bool:
    """It is an act, or what happened, by a rule for such."""
    return act_of(seen) is not None


def is_beyond_doubt(seen: Attributed) -> bool:
    """It is no verb that may tell an act as well, or somebody tells others that it is so."""
    return not is_asked_about(seen) or _is_told_that(seen)


def only_held(seen: Attributed) -> bool:
    """It is told what somebody holds or has decided, and no clause of it: "is aware of the risk", "their decision to leave"."""
    adjective = seen.tree.pos[seen.head] == labels.AUXILIARY_VERB
    held = adjective or (seen.tree.pos[seen.head] == labels.NOUN and seen.lemma in seen.acts.held)
    return held and bool(seen.source) and not (seen.states or quotes(seen))


def only_noticed(seen: Attributed) -> bool:
    """Somebody came to know something, and said nothing of it: "noticed that the gate was open"."""
    return seen.lemma in seen.acts.noticing and not quotes(seen)


def _is_told_that(seen: Attributed) -> bool:
    """Somebody tells others that something is so: "told reporters at the scene that nobody had been hurt"."""
    that = seen.lemma in seen.frames.addressing and seen.tree.lowered[seen.content[0]] in seen.lexicon.attribution.that
    return that and bool(seen.source) and seen.states and not seen.clause.is_passive


def only_spoken_of(seen: Attributed) -> bool:
    """It is told what somebody spoke of or judged, and nothing that they said of it: "discussed the plan", "welcomed the ruling"."""
    acts = seen.acts
    words = {seen.tree.pos[row] for row in seen.content} | {seen.tree.lowered[row] for row in seen.content}
    judged = seen.lemma in acts.judging | acts.light and words.isdisjoint({*labels.VERBAL, *acts.judged_with})
    told = seen.states or with_question(seen) or quotes(seen)
    return (judged or seen.lemma in acts.topical) and not told


def attitude_of(seen: Attributed) -> Attitude:
    """What kind of attitude a cue tells, by its word; that something is done by speaking where no list has it."""
    acts = seen.acts
    kinds: tuple[tuple[Attitude, Words], ...] = (
        ("plan", acts.planning), ("wish", acts.wishing), ("thought", acts.thinking | acts.believing | acts.knowing)
    )  # fmt: skip
    return next((kind for kind, words in kinds if seen.lemma in words), "act")


def chances_of(seen: Attributed, score: float) -> dict[str, float]:
    """How sure each outcome is, 0 to 1, together 1: "words", "attitude", "nothing"."""
    features = features_of(seen, score)
    weigh = {
        outcome: exp(learned["always"] + sum(learned.get(name, 0.0) * value for name, value in features.items()))
        for outcome, learned in weights().items()
    }
    total = 1 + sum(weigh.values())
    return {"nothing": 1 / total} | {outcome: weight / total for outcome, weight in weigh.items()}


def features_of(seen: Attributed, score: float) -> dict[str, float]:
    """The features of an attribution that are not 0, by name; as ``told_as`` takes it."""
    found = {name: 1.0 for name, feature in FEATURES.items() if feature(seen)}
    found["surety"] = log(max(score, _LEAST) / max(1 - score, _LEAST))
    return found


_LEAST: Final = 0.02


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """What each feature weighs for an outcome beside "nothing", and "always" what is added; as learned."""
    read: dict[str, dict[str, float]] = read_words(files("twosource.extract.attribution.passes") / "report_weights.yml")
    return read


def is_asked_about(seen: Attributed) -> bool:
    """Whether the decision is for it: for verbs, not for "are sceptical of", but for a question that is told, whose answer speaks of it."""
    question = seen.lemma in seen.frames.addressing and not seen.source and with_question(seen)
    return seen.tree.pos[seen.head] == labels.VERB and not question


_SURE: Final[tuple[tuple[Callable[[Attributed], bool], Callable[[Attributed], Told]], ...]] = (
    (by_its_form, lambda _: "words"),
    (is_act, lambda _: "nothing"),
    (only_held, attitude_of),
    (only_noticed, lambda _: "thought"),
    (is_beyond_doubt, lambda _: "words"),
    (only_spoken_of, lambda _: "act"),
)
"""What is told without weighing; the first that holds decides."""
