"""People with a nickname in marks between given name and surname: Anders "Skipper" Holm."""

import re
from typing import Final

from twosource.language.tree import Tree
from twosource.text.names import fold

_NICKNAMED: Final = re.compile(
    r"\b([A-Z][\w.'’-]*) [\"“”‘'(]([A-Z][\w-]*(?: [A-Z][\w-]*)?)[\"“”’')] ([A-Z][\w'’-]*\w)\b"
)


def nicknamed(tree: Tree, text: str) -> list[range]:
    """The rows of each such name of a block.

    The given name is one on the list, or what stands behind the name is an age, "who", or a verb of saying, as it
    stands behind people's names: 'The Old "Kitchen" Quarter burned' names nobody.
    """
    if not len(tree):
        return []
    start = tree.starts[0]
    found: list[range] = []
    for match in _NICKNAMED.finditer(text, start, tree.ends[-1]):
        rows = [row for row in range(len(tree)) if match.start() <= tree.starts[row] < match.end()]
        if rows and tree.ends[rows[-1]] <= match.end() and _is_somebody(tree, rows, match[1]):
            found.append(range(rows[0], rows[-1] + 1))
    return found


def _is_somebody(tree: Tree, rows: list[int], given: str) -> bool:
    if rows[0] and tree.words[rows[0] - 1].lower() in tree.lexicon.names.articles:
        return False
    if tree.lexicon.names.is_given(fold(given)):
        return True
    behind = rows[-1] + 1
    if tree.word(behind) == ",":
        behind += 1
        aged = tree.word(behind).isdecimal() and tree.word(behind + 1) in {",", "."}
        if aged or tree.word(behind) in tree.lexicon.pronouns.of_people:
            return True
    return tree.word(behind) in tree.lexicon.quotation_shapes.sayings
