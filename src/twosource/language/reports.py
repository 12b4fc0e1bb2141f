"""Who reports a clause, and whether they did: "did not say that …", "denied that …"."""

from dataclasses import dataclass
from typing import Final

from twosource.language import labels
from twosource.language.clause import Clause
from twosource.language.factuality import factuality_of
from twosource.language.keeping import kept_by_tree
from twosource.language.lexicon import FactualityWords
from twosource.language.tree import Row, Tree
from twosource.model import Factuality, Reporting

_HIGHEST_CLIMB: Final = 6
"""Verbs of saying that one clause may stand under: "officials deny that witnesses said …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A clause that reports another one."""

    row: Row  # the verb of saying
    factuality: Factuality  # whether it was said: "did not say", "will say"
    denies: bool  # the verb says that it is not so ("denied")
    refused: bool  # nothing was said: "declined to say"


@kept_by_tree
def reports_of(tree: Tree, row: Row, words: FactualityWords) -> tuple[Report, ...]:
    """Who reports the clause of a predicate, innermost first, with whether they did: "officials deny that witnesses said …".

    One report a verb of saying that the clause hangs from; empty where the outlet tells it itself.
    """
    found: list[Report] = []
    here = row
    for _ in range(_HIGHEST_CLIMB):
        head, relation = tree.heads[here], tree.deps[here]
        if head == here:
            break
        if relation in (*labels.COMPLEMENTS, "parataxis") and tree.lemmas[head] in words.saying:
            refused = tree.deps[head] == "xcomp" and tree.lemmas[tree.heads[head]] in words.refusing
            told = factuality_of(tree, _sent_by(tree, head, words), words)
            found.append(Report(row=head, factuality=told, denies=tree.lemmas[head] in words.denying, refused=refused))
        elif relation not in (*labels.CLAUSES, labels.CONJUNCT, *labels.PREDICATIVES):
            break
        here = head
    return tuple(found)


def _sent_by(tree: Tree, row: Row, words: FactualityWords) -> Row:
    """What was done to say it, where it was said if that was done: "*called* the police to say"; else the verb of saying itself."""
    over = tree.heads[row]
    sent = tree.deps[row] in (labels.ADVERBIAL, "xcomp") and tree.lemmas[over] in words.messaging
    return over if sent and Clause(tree, row).is_infinitive else row


def reporting_of(reports: tuple[Report, ...]) -> Reporting:
    """On whose word a clause stands, its reports taken together; "asserted" without one.

    "not said" where one of them did not take place, or was neither of what is so nor of what is not ("did not deny that …").
    """
    if not reports:
        return "asserted"
    if any(report.refused or not report.factuality.happened for report in reports):
        return "not said"
    return "denied" if sum(report.denies for report in reports) % 2 else "reported"
