"""What excludes each other, and what only says more."""

import pytest

from invented import document
from twosource.language import OppositionKind, lexicon_of, opposition_of, predicate_of, wordings_of


def predicates(text: str) -> list[list[str]]:
    """Deed and wordings of each clause that tells one, in text order."""
    words = lexicon_of("en").predicates
    found = []
    for sentence in document(text).sentences:
        for clause in sentence.clauses:
            wordings = wordings_of(clause.tree, clause.row, words)
            found.append([*wordings[:-1], predicate_of(clause.tree, clause.row, words).deed, wordings[-1]])
    return found


def parted(left: str, right: str) -> list[tuple[str, OppositionKind]]:
    words = lexicon_of("en").opposition
    met = (opposition_of(one, other, words) for one in predicates(left) for other in predicates(right))
    return [(found.name, found.kind) for found in met if found]


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("The boy was found alive.", "The boy was found dead.", "life"),
        ("The diver survived.", "The diver drowned and died.", "life"),
        ("The guard was convicted.", "The guard was acquitted.", "guilt"),
        ("The pass is open.", "The pass is closed.", "open"),
        ("The pass reopened.", "The pass was shut.", "open"),
        ("Fares rose.", "Fares fell.", "direction"),
        ("The council approved the dam.", "The council rejected the dam.", "consent"),
        ("The suspect is at large.", "The suspect was arrested.", "liberty"),
        ("The bridge is safe.", "The bridge is unsafe.", "safety"),
        ("The plan is lawful.", "The plan is unlawful.", "prefix"),
    ],
)
def test_states_that_cannot_both_be_so_exclude_each_other(left: str, right: str, name: str) -> None:
    assert (name, OppositionKind.EXCLUSIVE) in parted(left, right)
    assert (name, OppositionKind.EXCLUSIVE) in parted(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The boy was found alive.", "The boy was rescued."),
        ("The pass is open.", "The pass is long."),
        ("Fares rose.", "Fares climbed."),
        ("The boy was found alive.", "A dog was found in the hall."),
        ("The house is under water.", "The house is der."),
    ],
)
def test_what_goes_together_does_not(left: str, right: str) -> None:
    assert not [name for name, kind in parted(left, right) if kind is OppositionKind.EXCLUSIVE]


def test_a_stronger_deed_differs_in_degree() -> None:
    assert ("ending", OppositionKind.DEGREE) in parted("The firm suspended the tests.", "The firm scrapped the tests.")
