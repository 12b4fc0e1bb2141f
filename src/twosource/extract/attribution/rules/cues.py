"""Cues by rule: the words that say that somebody says something, with the frame they stand in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from twosource.language import labels
from twosource.language.tree import Tree
from twosource.language.words_frames import FrameWords

Frame = Literal["clause", "quote", "aim", "object", "about", "passive", "noun", "phrase", "label"]
BESIDE: Final = 4
NEAR: Final = frozenset(
    {
        labels.NOMINAL_SUBJECT, labels.DIRECT_OBJECT, labels.INDIRECT_OBJECT, labels.NOUN_AS_ADVERB, labels.ADVERB_MODIFIER,
    }
)  # fmt: skip
WITH_VERB: Final = frozenset({labels.AUXILIARY, labels.PASSIVE_AUXILIARY, labels.NEGATION, labels.ADVERB_MODIFIER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue in one tree: the row of its head, its first and last row, and its frame."""

    row: int
    first: int
    last: int
    frame: Frame


def cues_in(tree: Tree, quoted: Sequence[int], frames: FrameWords) -> Iterator[Cue]:
    """Every cue of a block, in text order; ``quoted`` has for each row the index of the quotation it stands in, -1 outside."""
    for row, (pos, lemma) in enumerate(zip(tree.pos, tree.lemmas, strict=True)):
        if pos not in labels.VERBAL and lemma not in frames.according and lemma not in frames.nouns:
            continue
        frame = _frame(tree, row, quoted, frames)
        if frame is not None:
            first, last = extent(tree, row, frame)
            yield Cue(row=row, first=first, last=last, frame=frame)


def _frame(tree: Tree, row: int, quoted: Sequence[int], frames: FrameWords) -> Frame | None:
    verbal = tree.pos[row] in labels.VERBAL
    according = (tree.lowered if verbal else tree.lemmas)[row] in frames.according
    if according and not frames.according_behind.isdisjoint(tree.words[row + 1 : row + 2]):
        return "phrase"
    if verbal:
        return _verb_frame(tree, row, quoted, frames)
    naming = tree.pos[row] == labels.NOUN and tree.lemmas[row] in frames.nouns
    return "noun" if naming and tree.child(row, labels.NOUN_CLAUSE, labels.CONTENT) is not None else None


def _verb_frame(tree: Tree, row: int, quoted: Sequence[int], frames: FrameWords) -> Frame | None:
    lemma = tree.lemmas[row]
    clause = lemma in frames.clause and tree.child(row, labels.CONTENT) is not None
    if quoted[row] >= 0 and not (clause and lemma in frames.say):
        return None  # what speakers think and want inside their speech is theirs
    subject = tree.child(row, labels.NOMINAL_SUBJECT, "expl")
    if subject is not None and tree.lowered[subject] in frames.empty:
        return None  # "I", "you", "there" name nobody who could say anything
    passive = tree.child(row, labels.PASSIVE_AUXILIARY, labels.NOMINAL_PASSIVE_SUBJECT) is not None
    tests: tuple[tuple[Frame, bool], ...] = (
        ("passive", passive and lemma in frames.passive),
        ("clause", clause),
        ("quote", lemma in frames.say and _brings_speech(tree, row, quoted)),
        ("aim", lemma in frames.aim and tree.child(row, labels.OPEN_COMPLEMENT) is not None),
        ("object", lemma in frames.object and tree.child(row, labels.DIRECT_OBJECT) is not None),
        ("about", any((lemma, tree.lemmas[child]) in frames.about for child in tree.children[row])),
    )
    return next((frame for frame, met in tests if met), None)


def _brings_speech(tree: Tree, row: int, quoted: Sequence[int]) -> bool:
    """Whether the verb is put beside or into speech, or leads over to the next block with a colon."""
    leads = tree.words[-1] == ":" and tree.sentence_of[row] == len(tree.sentences) - 1
    return leads or tree.deps[row] == labels.PARATAXIS or _beside_quotation(tree, row, quoted)


def _beside_quotation(tree: Tree, row: int, quoted: Sequence[int]) -> bool:
    """Whether a quotation starts or ends right beside the verb with its subject."""
    if quoted[row] >= 0:
        return False
    near = [row, *(child for child in tree.children[row] if tree.deps[child] in NEAR)]
    first = min(tree.lefts[child] if child != row else row for child in near)
    last = max(tree.rights[child] if child != row else row for child in near)
    before = range(max(0, first - BESIDE), first)
    after = range(last + 1, min(len(tree), last + 1 + BESIDE))
    return any(quoted[other] >= 0 for other in (*before, *after))


def extent(tree: Tree, row: int, frame: Frame) -> tuple[int, int]:
    """First and last row: the verb with its auxiliaries, negation and the adverbs that stand between."""
    first = row
    if frame in {"phrase", "noun"}:
        return row, min(row + (frame == "phrase"), len(tree) - 1)
    while first > 0 and tree.heads[first - 1] == row and tree.deps[first - 1] in WITH_VERB:
        first -= 1
    behind = range(row + 1, len(tree))
    hung = (at for at in behind if tree.heads[at] != row or tree.deps[at] not in {labels.PARTICLE, labels.NEGATION})
    last = next(hung, len(tree)) - 1
    about = frame == "about" and labels.PREPOSITION in tree.deps[last + 1 : last + 2]
    return first, last + about
