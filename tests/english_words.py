"""Where English stands in the code: words in lists, comparisons and patterns, labels and tags, sentences, a language that a rule names itself.

``python tests/english_words.py`` writes the list of what is still outside of ``language/`` anew.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from twosource.language import labels

SOURCES = Path(__file__).parent.parent / "src" / "twosource"
LISTED = Path(__file__).with_name("still_english.txt")
ROOMS = ("clean", "compare", "extract", "group", "text", "weigh")
"""The rooms whose rules read articles. What a page, a command or a form of output says is no rule's word."""

_WORD = re.compile(r"[a-z]{2,}(?:[ '’-][a-z]+)*")
_IN_PATTERN = re.compile(r"[a-z]{3,}")
_SENTENCE = re.compile(r"[a-z]{2,}[,:;]?(?: [a-z]+[,:;]?)* [a-z]{2,}[,:;]? [a-z]{2,}", re.IGNORECASE)
_NO_WORDS_OF_A_PATTERN = re.compile(r"\\[a-zA-Z]|\(\?P<\w+>|\{\w*\}")
_ENDS = frozenset({"startswith", "endswith", "removeprefix", "removesuffix"})
_ANY = "all"
_OF_NAMES = frozenset({"__all__", "__slots__"})
_SCHEME = """
nsubj nsubjpass csubj csubjpass dobj pobj iobj attr acomp oprd amod advmod nummod compound det poss appos prep ccomp
xcomp pcomp relcl acl advcl conj mark neg aux auxpass npadvmod quantmod parataxis nmod predet prt
NOUN PROPN PRON VERB AUX ADJ ADV DET NUM ADP SCONJ CCONJ PUNCT PART INTJ SYM
NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ MD JJ JJR JJS RB RBR CD DT IN PRP PRP$ WP WDT WRB
PERSON ORG GPE NORP LOC FAC EVENT DATE TIME CARDINAL MONEY PERCENT QUANTITY ORDINAL
"""
_TAGS = frozenset(_SCHEME.split()) | {
    word
    for name, value in vars(labels).items()
    if name.isupper()
    for word in ((value,) if isinstance(value, str) else value)
}


def codes(trees: list[ast.Module]) -> frozenset[str]:
    """Words of our own: values of ``Literal`` types and names of fields."""
    found: set[str] = set()
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
            found |= {str(part.value) for part in ast.walk(node.slice) if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.ClassDef):
            found |= {
                part.target.id
                for part in node.body
                if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
            }
    return frozenset(found)


def english_in(tree: ast.AST, own: frozenset[str] = frozenset()) -> list[str]:
    """Each English word, pattern's word, label or tag that a module's rules hold, and each place where it says itself which language it reads."""
    found: list[str] = []
    ours = _names_of_ours(tree)
    for node in ast.walk(tree):
        if any(node is one for one in ours):
            continue
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "lexicon_of":
            found += [str(arg.value) for arg in node.args if isinstance(arg, ast.Constant) and arg.value != _ANY]
        elif isinstance(node, ast.Call) and _is_pattern(node):
            constants = (part.value for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant))
            texts = (value for value in constants if isinstance(value, str))
            plain = _NO_WORDS_OF_A_PATTERN.sub(" ", " ".join(texts))
            found += _IN_PATTERN.findall(plain)
        else:
            found += [word for word in _held(node) if word in _TAGS or (_WORD.fullmatch(word) and word not in own)]
    return found + [sentence for sentence in _sentences(tree) if sentence not in own]


def _sentences(tree: ast.AST) -> Iterator[str]:
    """What stands in a rule to be shown: three words in a row, alone or around what is put between them.

    Docstrings, messages of exceptions, patterns, types and what is handed to ``Reason`` are none.
    """
    silent = {id(part) for node in ast.walk(tree) if _shows_nothing(node) for part in ast.walk(node)}
    put_together = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) and id(node) not in silent]
    silent |= {id(part) for node in put_together for part in ast.walk(node)}
    texts = [
        "… ".join(str(part.value) for part in node.values if isinstance(part, ast.Constant)) for node in put_together
    ]
    texts += [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
    ]
    yield from filter(_SENTENCE.search, texts)


def _shows_nothing(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", "") == "Reason" or _is_pattern(node)
    if isinstance(node, ast.Assign):
        return any(getattr(one, "id", "") == "message" for one in node.targets)
    literal = isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal"
    return (
        literal or isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    )


def _names_of_ours(tree: ast.AST) -> list[ast.expr]:
    """The lists ``__all__`` and ``__slots__``, whose names are no words."""
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and any(getattr(one, "id", "") in _OF_NAMES for one in node.targets)
    ]


def _is_pattern(node: ast.Call) -> bool:
    module = getattr(node.func, "value", None)
    return getattr(module, "id", "") == "re" and bool(node.args)


def _held(node: ast.AST) -> Iterator[str]:
    """The words of a literal collection, a comparison, a text taken apart, a look at a word's ends."""
    parts: list[ast.expr | None] = []
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        parts = [*node.elts]
    elif isinstance(node, ast.Dict):
        parts = [*node.keys]
    elif isinstance(node, ast.Compare):
        parts = [node.left, *node.comparators]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in _ENDS:
            parts = [*node.args]
        elif node.func.attr == "split" and isinstance(node.func.value, ast.Constant):
            yield from str(node.func.value.value).split()
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value.strip()


def found() -> dict[str, int]:
    """Each module of the rooms that holds English, with how much."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCES.rglob("*.py"))}
    own = codes(list(trees.values()))
    counts = {
        path.relative_to(SOURCES).as_posix(): len(english_in(tree, own))
        for path, tree in trees.items()
        if path.relative_to(SOURCES).parts[0] in ROOMS
    }
    return {name: count for name, count in counts.items() if count}


def listed() -> dict[str, int]:
    """What the list allows."""
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines if line and not line.startswith("#"))
    return {name: int(most) for name, most in pairs}


def main() -> None:
    """Write the list as it is now."""
    head = "# Modules of rules that hold English, with how many words, patterns' words, labels and languages at most."
    lines = [f"{name} {count}" for name, count in sorted(found().items())]
    LISTED.write_text("\n".join((f"{head} Numbers only sink.", *lines, "")), encoding="utf-8")


if __name__ == "__main__":
    main()
