"""Denials without a verb of denying: who is accused says that it is not so, or that they had no part in it."""

from typing import Final

from twosource.extract.stances.stance import Rows, RuleTable, Stance, Target, Word
from twosource.extract.stances.targets import clause_rows
from twosource.extract.stances.verbs import teller_of
from twosource.language import Clause, Row, labels
from twosource.model import Modality, Polarity


def insisted_otherwise(word: Word) -> Stance | None:
    """Somebody insists that it is not so."""
    clause = _negated_clause(word)
    reports = () if clause is None else clause.reports
    if clause is None or not reports or not word.at(reports[0].row).is_one_of(word.words.insisting):
        return None
    if not clause.factuality.excluded or Clause(word.tree, reports[0].row).relation == labels.ADVERBIAL:
        return None  # whose "insisting" it is behind another clause is not sure
    return _denied(word, clause)


def against_reports(word: Word) -> Stance | None:
    """Somebody says that it is not as others report."""
    clause = _negated_clause(word)
    if clause is None or not clause.reports:
        return None
    for child in clause.clause.tree.children[clause.row]:
        claimed = word.tree.deps[child] == labels.ADVERBIAL and word.at(child).is_one_of(word.words.saying)
        if claimed and word.at(child).child_of(word.words.likening) is not None:
            return _denied(word, clause)
    return None


def no_part(word: Word) -> Stance | None:
    """Somebody says that they had no part in it, or did not know of it."""
    tree = word.tree
    behind = next((c for c in tree.children[word.row] if tree.deps[c] in labels.PREPOSITIONS and c > word.row), None)
    held = None if behind is None else tree.child(behind, labels.PREPOSED, "pcomp")
    clause = word.document.clause_at(tree.starts[word.row])
    if held is None or clause is None:
        return None
    over = word.at(clause.row)
    if not (word.is_negated_phrase or over.is_negated) or over.reports == ():
        return None
    holder, voice = teller_of(over)
    content = clause_rows(tree, held) if tree.pos[held] in labels.VERBAL else Rows(tree.lefts[held], tree.rights[held])
    return Stance(
        kind="denied",
        sentence=word.sentence,
        cue=over.cue(word.row),
        target=Target(content=content, reference=word.row, searched=True),
        holder=holder,
        voice=voice,
        told=True,
        accused=True,
    )


DENIAL_RULES: Final[RuleTable] = (
    (no_part, ("parts",)),
    (insisted_otherwise, ("negating",)),
    (against_reports, ("negating",)),
)


def _negated_clause(word: Word) -> Word | None:
    """The clause that a negator says is not so; None where the words do not tell that it is not so."""
    found = word.document.clause_at(word.tree.starts[word.row])
    if found is None or found.row < word.row - 1:
        return None
    clause = word.at(found.row)
    starts = word.tree.starts[word.row]
    told = clause.factuality
    said_not = told.polarity is Polarity.NEGATIVE and told.modality in {Modality.ACTUAL, Modality.FUTURE}
    return clause if said_not and any(first == starts for first, _ in told.cues) else None


def _denied(word: Word, clause: Word) -> Stance | None:
    """What stands behind the negation is what is denied: never the denial itself."""
    tree = word.tree
    rows = clause_rows(tree, clause.row)
    first = Row(word.row + 1)
    if first > rows.last:
        return None
    holder, voice = teller_of(clause)
    return Stance(
        kind="denied",
        sentence=word.sentence,
        cue=Rows(_first_auxiliary(clause, word.row), word.row),
        target=Target(content=Rows(first, rows.last)),
        holder=holder,
        voice=voice,
        told=True,
        exact=True,
    )


def _first_auxiliary(clause: Word, row: Row) -> Row:
    before = [aux for aux in Clause(clause.tree, clause.row).auxiliaries if aux == row - 1]
    return before[0] if before else row
