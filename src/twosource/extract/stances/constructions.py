"""What is said of a claim: "is false", "no evidence that", "unconfirmed reports", "earlier reports", "reportedly".

The rows stand in the language's list ``constructions``: at which words each begins, how its words stand to each other
(``SHAPES``), what it is said of (``ABOUT``) and who says so (``BY``).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from twosource.extract.stances import denial_shapes, hedge_shapes, retraction_shapes, shapes
from twosource.extract.stances.stance import Reading, Rows, Shape, Stance, Target, Word
from twosource.extract.stances.targets import claim_target, clause_rows, is_clause, phrase_rows, target_of
from twosource.extract.stances.tellers import Who, holder_of, named, teller_of
from twosource.language import Clause, Row, labels
from twosource.language.words_stances import StanceConstruction


def read_construction(entry: StanceConstruction, word: Word) -> Stance | None:
    """The stance that a word begins; None where its words do not stand so, or nobody could have claimed it."""
    reading = SHAPES[entry.shape](word)
    target = None if reading is None or reading.so is not entry.so else ABOUT[entry.about](reading)
    if reading is None or target is None:
        return None
    holder, voice = BY[entry.by](reading)
    return Stance(
        kind=entry.kind, sentence=word.sentence, cue=reading.cue, target=target, holder=holder, voice=voice,
        limits=entry.limits, reason=entry.reason,
    )  # fmt: skip


def _teller(reading: Reading) -> Who:
    return teller_of(reading.word.at(reading.clause))


def _subject(reading: Reading) -> Who:
    return holder_of(reading.word.at(reading.clause))


def _speaker(_: Reading) -> Who:
    return None, "speaker"


def _outlet(_: Reading) -> Who:
    return None, "outlet"


def _who_has_none(reading: Reading) -> Who:
    """Who has no proof says so; who gave none is told of."""
    return _outlet(reading) if reading.word.says(reading.clause, reading.word.words.giving) else _subject(reading)


def _who_says_later(reading: Reading) -> Who:
    """Who says what is set against it: "but *police* later said …"."""
    word, contrast = reading.word, shapes.contrast_behind(reading.word)
    behind = () if contrast is None else (Row(r) for r in range(contrast + 1, word.sentence.last))
    said = (word.at(r).clause.subject for r in behind if word.says(r, word.words.saying) and word.at(r).is_verbal)
    who = named(word, next(filter(None, said), None))
    return (who[0] if who else None), "outlet"


def _taken(reading: Reading) -> Target | None:
    word = reading.word
    return None if reading.taken is None else target_of(word.at(reading.clause), reading.taken)


def _claimed(reading: Reading) -> Target | None:
    return None if reading.taken is None else claim_target(reading.word.at(reading.taken), reading.taken)


def _told_in_it(reading: Reading) -> Target | None:
    """What a claim says, also as the subject of its own verb: "unconfirmed reports *said the lock had burst*"."""
    word, tree, noun = reading.word, reading.word.tree, reading.taken
    if noun is None:
        return None
    verb = Clause(tree, tree.heads[noun])
    if tree.deps[noun] in labels.SUBJECTS and (
        word.says(verb.row, word.words.saying) or shapes.is_of_this(word.at(noun))
    ):
        if verb.complement is not None:
            return _words_of(word, verb.complement.row)
        return None if verb.object is None else Target(content=Rows(tree.lefts[verb.object.row], tree.rights[verb.row]))
    if word.says(noun, word.words.telling_nouns):
        return Target(content=phrase_rows(tree, noun))
    found = claim_target(word.at(noun), noun)
    if found is None or found.content is None or word.says(found.content.first, word.words.open_questions):
        return None  # "accounts of who …"
    return found


def _clause_of_it(reading: Reading) -> Target | None:
    """What a claim says, where a clause says it: "conflicting reports *that …*", not "… about the fire"."""
    target = _told_in_it(reading)
    if target is None or target.content is None:
        return None
    rows = range(target.content.first, target.content.last + 1)
    return target if any(Clause(reading.word.tree, Row(row)).own_subject is not None for row in rows) else None


def _words_taken(reading: Reading) -> Target | None:
    return None if reading.taken is None else _words_of(reading.word, reading.taken)


def _words_of(word: Word, row: Row) -> Target:
    """The words of a clause or phrase."""
    tree = word.tree
    clause = is_clause(tree, row) or tree.pos[row] in labels.VERBAL
    return Target(content=clause_rows(tree, row) if clause else Rows(tree.lefts[row], tree.rights[row]))


def _part_in(reading: Reading) -> Target | None:
    """What somebody had no part in; what is said before under the same words goes before."""
    word, named = reading.word, reading.taken
    if named is None or word.tree.pos[named] == labels.PRONOUN:
        return Target(reference=word.row)
    return replace(_words_of(word, named), reference=word.row, searched=True)


def _such_thing(reading: Reading) -> Target | None:
    noun = reading.taken
    if noun is None or reading.word.says(noun, reading.word.words.wholes):
        return None  # "no such *thing*" names nothing
    return Target(content=Rows(noun, noun), reference=noun, searched=True)


def _not_shown(reading: Reading) -> Target | None:
    """What there is no proof of: a clause or a claim; a phrase ("no evidence of a break-in") was claimed by nobody."""
    word, tree, held = reading.word, reading.word.tree, reading.taken
    below = shapes.behind(word, word.row, *labels.RELATIVE, labels.CONTENT)
    if below is not None:
        told = _told_behind(word, below)
        if told is not None:
            return Target(content=clause_rows(tree, told))
        held = tree.child(below, *labels.OBJECTS) if word.says(below, word.words.backing) else None
    confirmation = word.is_one_of(word.words.confirmations)
    if held is None:
        given = word.at(reading.clause)
        alone = below is None and (confirmation or (given.is_one_of(word.words.giving) and not given.clause.is_passive))
        return Target(reference=word.row) if alone else None
    claimed = confirmation or word.says(held, word.words.claims | word.words.pointing) or is_clause(tree, held)
    return target_of(word, held) if claimed else None


def _told_behind(word: Word, below: Row) -> Row | None:
    """The clause of which there is no proof: "no evidence *that …*", "no evidence to suggest *that …*"."""
    tree = word.tree
    subject = Clause(tree, below).own_subject
    that = word.at(below).child_of(word.words.complementizers, labels.MARKER)
    if that is not None or tree.form(subject) not in {"", *labels.RELATIVE_PRONOUNS}:
        return below
    told = Clause(tree, below).complement if word.says(below, word.words.backing) else None
    return None if told is None else told.row


def _if_so(reading: Reading) -> Target | None:
    """What is told on a condition: the number it names, what the sentence points back at, or the rest of it."""
    word, tree, condition = reading.word, reading.word.tree, Clause(reading.word.tree, reading.clause)
    if reading.taken is not None and word.says(reading.taken, word.words.numbers):
        return target_of(word, reading.taken)
    main = condition.head
    subject = None if main is None else Clause(tree, main).own_subject
    if main is None or subject is None:
        return None
    before = subject < condition.row < main
    if word.says(subject, word.words.pointing | (word.words.numbers if before else frozenset())):
        return target_of(word, subject)
    rows = clause_rows(tree, main)
    first = max(rows.first, tree.rights[condition.row] + 1) if condition.row < main else rows.first
    last = rows.last if condition.row < main else max(rows.first, min(rows.last, tree.lefts[condition.row] - 1))
    return Target(content=Rows(Row(first), Row(last)))


def _denied_words(reading: Reading) -> Target | None:
    """What stands behind a clause's negation: what was said before, and never that it is not so."""
    word, tree = reading.word, reading.word.tree
    cues = {first for first, _ in word.at(reading.clause).factuality.cues}
    negators = (row for row in word.sentence.rows if tree.starts[row] in cues and word.says(row, word.words.negating))
    negator = next(negators, None)
    last = clause_rows(tree, reading.clause).last
    return None if negator is None or negator >= last else Target(content=Rows(Row(negator + 1), last))


def _answer(reading: Reading) -> Target | None:
    """The same, where it was said just before in the same words, and nothing else."""
    denied = _denied_words(reading)
    return None if denied is None else replace(denied, reference=reading.taken)


def _charge(reading: Reading) -> Target | None:
    """What somebody is charged with: what is named, or what was said before that they are accused of."""
    word, tree, held = reading.word, reading.word.tree, reading.taken
    if held is None:
        return Target(reference=reading.cue.last)
    if not word.says(held, word.words.brought | word.words.claims):
        return _words_of(word, held)
    rows, target = phrase_rows(tree, held), claim_target(word, held)
    telling = rows if any(tree.pos[r] in _TELLING for r in range(rows.first, rows.last + 1) if r != held) else None
    content = None if target is None else target.content
    if target is not None and content is None:
        return replace(target, otherwise=telling)
    if content is not None and word.says(Row(content.first - 1), word.words.complementizers):
        return target  # "to charges *that she failed to* …"
    return Target(reference=held) if telling is None else Target(content=telling)


_TELLING: Final = frozenset({labels.NOUN, labels.ADJECTIVE, labels.NAME})


def _reporter(reading: Reading) -> Who:
    """Who reports the clause; else whoever speaks: beside it ("…, repeating a false claim") it is nobody else's word."""
    word = reading.word
    report = next(iter(word.at(reading.clause).reports), None)
    subject = None if report is None else Clause(word.tree, report.row).subject
    return named(word, subject) or (None, "outlet")


def _pleader(reading: Reading) -> Who:
    """On whose behalf a plea is entered, else who enters it."""
    word = reading.word
    behalf = next((r for r in word.at(reading.clause).below() if word.says(r, word.words.behalf)), None)
    owner = None if behalf is None else word.tree.child(behalf, labels.OWNER)
    return _subject(reading) if owner is None else (owner, "named")


def _content(reading: Reading) -> Target | None:
    return Target(content=reading.content, left_out=reading.left_out)


def _believer(reading: Reading) -> Who:
    """Who holds it for so: the agent, else who tells it."""
    word = reading.word.at(reading.clause)
    return teller_of(word) if word.clause.agent is None else (word.clause.agent.row, "named")


def _asker(reading: Reading) -> Who:
    """Who leaves it open: "*police* did not know whether"."""
    return holder_of(reading.word.at(reading.clause))[0] if reading.word.is_verbal else None, "outlet"


_ABOUT = (
    _taken,
    _claimed,
    _told_in_it,
    _clause_of_it,
    _words_taken,
    _part_in,
    _such_thing,
    _not_shown,
    _if_so,
    _denied_words,
    _answer,
    _charge,
    _content,
)
_BY = (_teller, _subject, _pleader, _speaker, _outlet, _who_has_none, _who_says_later, _reporter, _believer, _asker)
ABOUT: Final[dict[str, Callable[[Reading], Target | None]]] = {rule.__name__[1:]: rule for rule in _ABOUT}
"""What a construction is said of, by name."""
BY: Final[dict[str, Callable[[Reading], Who]]] = {rule.__name__[1:]: rule for rule in _BY}
"""Who says so, by name."""
SHAPES: Final[dict[str, Shape]] = {
    shape.__name__: shape
    for shape in (*shapes.SHAPES, *retraction_shapes.SHAPES, *denial_shapes.SHAPES, *hedge_shapes.SHAPES)
}
"""How the words of a construction stand to each other, by name."""
