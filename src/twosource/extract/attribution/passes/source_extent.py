"""Where the words that name a source begin and end: no label before them, no title cut from its name."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.extract.attribution.passes.headline_source import without_label
from twosource.extract.entities.body_name_rows import joined_names
from twosource.extract.entities.descriptions import behind_label
from twosource.extract.entities.phrase_persons import is_title
from twosource.language import NounPhrase, Row, Tree, labels
from twosource.model import Span

_MARKS = "\"'“‘«„"


def source_extent(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, their sources without a label and its colon, and with the name behind a title.

    The parser ends a sentence behind "Capt." and "Lt.": the name is what stands behind it.
    """
    for draft in drafts:
        placed = _with_proper_source(reading, _with_role(reading, _with_its_subject(reading, draft)))
        if placed.content:
            first = without_label(reading.text, placed.content[0], reading.document.lexicon)
            placed = replace(placed, content=(first, *placed.content[1:]))
        yield _without_hearer(reading, placed)


def _with_proper_source(reading: Reading, draft: Draft) -> Draft:
    tree, source = reading.tree_of(draft.source), draft.source
    if source is None:
        return draft
    rows = tree.rows(source)
    rows = _plural_behind_one(tree, _unstressed(tree, rows)) if rows else rows
    placed = _behind_dash(tree, rows) if rows else rows
    better = _better(tree, rows) if placed == rows and rows else tree.span(placed[0], placed[-1]) if placed else source
    if draft.cue is not None:
        better = (
            _behind_dateline(tree, draft.cue, rows)
            or _own_subject(tree, draft.cue, rows)
            or _behind_clause(tree, draft.cue, rows)
            or better
        )
    return replace(draft, source=better) if better != source else draft


def _with_role(reading: Reading, draft: Draft) -> Draft:
    """What somebody is goes before the name, not to the end of what is said: "…,” *spokeswoman* Ada Holm said"."""
    tree, source = reading.tree_of(draft.source), draft.source
    rows = tree.rows(draft.content[-1]) if draft.content else range(0)
    if (
        source is None
        or not rows
        or tree.starts[rows[-1]] > source.start
        or tree.form(rows.stop) not in labels.NAME_TAGS
    ):
        return draft
    mark = next((row for row in reversed(rows) if tree.words[row] in _BEFORE_ROLES), rows[0])
    role, said = range(mark + 1, rows.stop), range(rows[0], mark)
    nouns = tree.lexicon.source_nouns
    told = any(is_title(tree, row) or nouns.kind_of(tree.lemmas[row]) == "unnamed" for row in role)
    whole = any(tree.tags[row] in labels.FINITE_FORMS for row in said)
    verbal = any(tree.pos[row] in labels.VERBAL for row in role)
    if not told or not whole or verbal or len(role) > _LONGEST_ROLE or source.start != tree.starts[rows.stop]:
        return draft
    end = mark if tree.words[mark] == "," else mark + 1
    kept = Span(start=draft.content[-1].start, end=tree.ends[end - 1])
    named = Span(start=tree.starts[role[0]], end=source.end)
    return replace(draft, source=named, content=(*draft.content[:-1], kept))


def _with_its_subject(reading: Reading, draft: Draft) -> Draft:
    """What is said goes on from its own subject, which the parser counts to the source: "According to police, *the boy*, who fell, was late"."""
    tree, source = reading.tree_of(draft.source), draft.source
    head = None if draft.cue is None else _head_of(tree, draft.cue)
    if head is None or source is None or tree.lowered[head] not in tree.lexicon.frames.according:
        return draft
    told, said = tree.heads[head], draft.content[0] if draft.content else source
    rows = tree.rows(source)
    beside = [tree.lefts[row] for noun in rows for row in tree.children[noun] if _begins_anew(tree, noun, row)]
    behind = source.end <= said.start < tree.starts[told] and tree.deps[told] == labels.ROOT
    if not beside or not behind or beside[0] - 1 not in rows or tree.child(told, *labels.SUBJECTS) is not None:
        return draft
    first = beside[0]
    whole = Span(start=tree.starts[first], end=said.end)
    return replace(draft, source=tree.span(rows[0], first - 2), content=(whole, *draft.content[1:]))


def _begins_anew(tree: Tree, noun: int, row: int) -> bool:
    """Whether a phrase behind a comma may be somebody else: in a row with a noun, or with an article beside what is no person."""
    article = tree.pos[tree.lefts[row]] == labels.DETERMINER and tree.kind_of_name(noun) != labels.PERSON
    other = tree.deps[row] == labels.CONJUNCT or (tree.deps[row] == labels.APPOSITION and article)
    return other and tree.word(tree.lefts[row] - 1) == ","


_BEFORE_ROLES: Final = frozenset({",", *_MARKS, "”", "’"})
_LONGEST_ROLE: Final = 8
"""Words."""


def _head_of(tree: Tree, cue: Span) -> Row | None:
    """The cue's word that hangs from no other of it."""
    return next(iter(tree.outermost(tree.rows(cue))), None)


def _behind_dateline(tree: Tree, cue: Span, source: range) -> Span | None:
    """The subject, where the place before the colon that opens a text is taken for it: "NORVALE: *Halvard Ltd* denied"."""
    opens = bool(source) and source[0] == 0 and tree.word(source.stop) == ":" and tree.starts[source.stop] < cue.start
    head = _head_of(tree, cue) if opens else None
    verbs = () if head is None else (head, tree.heads[head])
    behind = (row for verb in verbs for row in tree.children[verb] if row > source.stop)
    subject = next((row for row in behind if tree.deps[row] == labels.NOMINAL_SUBJECT), None)
    return None if subject is None else NounPhrase(tree, subject).span


def _behind_clause(tree: Tree, cue: Span, source: range) -> Span | None:
    """The subject of the cue, where a whole clause is taken into the source before it: "The pier closed, and Holm said"."""
    verbs = {row for row in source if tree.tags[row] in labels.FINITE_FORMS and tree.deps[row] in _WHOLE}
    head = _head_of(tree, cue) if verbs else None
    subject = tree.child(head, labels.NOMINAL_SUBJECT)
    if subject is None or subject not in source or min(verbs) > subject:
        return None
    return NounPhrase(tree, subject).span


_WHOLE: Final = frozenset({labels.ROOT, labels.CONTENT, labels.CONJUNCT})


def _unstressed(tree: Tree, rows: range) -> range:
    """The noun phrase that "himself" at its end stresses ("the pilot himself said"), also where it was cut from it."""
    last = rows[-1]
    if tree.lowered[last] not in tree.lexicon.attribution.reflexive:
        return rows
    if len(rows) > 1:
        return range(rows[0], last)
    return range(tree.lefts[last - 1], last) if tree.part(last - 1) in labels.NOUNS else rows


def _behind_dash(tree: Tree, rows: range) -> range:
    """The phrase behind the place and the dash that open a text, where they are counted to it: "NORVALE (AP) — *Harbour police*"."""
    apart = (row for row in rows[1:-1] if tree.starts[row] > tree.ends[row - 1])
    dash = next((row for row in apart if tree.words[row] in _DASHES), None)
    place = tree.words[rows[0]]
    opens = rows[0] == 0 and place.isupper() and len(place) > _SHORTEST_PLACE and tree.word(rows.stop) not in _DASHES
    return range(dash + 1, rows.stop) if opens and dash is not None and dash <= _LONGEST_DATELINE else rows


_DASHES: Final = frozenset({"-", "–", "—", "--"})
_LONGEST_DATELINE: Final = 10
"""Tokens."""
_SHORTEST_PLACE: Final = 2
"""Letters; shorter words in capitals are initials."""


def _plural_behind_one(tree: Tree, rows: range) -> range:
    """The plural at the end of a phrase that "a" opens for another noun: "it is a crime *prosecutors* say he did"."""
    last = rows[-1]
    several = tree.tags[last] in labels.PLURAL_TAGS or tree.lemmas[last] in tree.lexicon.source_nouns.always_several
    other = next((row for row in rows if tree.pos[row] in labels.NOUNS), last)
    joined = several and tree.deps[other] == labels.COMPOUND and tree.heads[other] == last and other == rows[0] + 1
    return range(other + 1, rows.stop) if joined and tree.lowered[rows[0]] in tree.lexicon.attribution.one else rows


def _without_hearer(reading: Reading, draft: Draft) -> Draft:
    """A draft whose content does not begin with who is told: "told the mayor the gate was open"."""
    tree = reading.tree_of(draft.cue)
    if draft.cue is None or not draft.content or draft.content[0].start < draft.cue.end:
        return draft
    draft = _with_plea(tree, draft, draft.cue)
    cue, rows = tree.rows(draft.cue or draft.content[0]), tree.rows(draft.content[0])
    head = next((row for row in cue if tree.lemmas[row] in reading.document.lexicon.frames.addressing), None)
    if head is None or not rows:
        return draft
    begin = _behind_hearer(tree, head, rows)
    if begin is None or begin not in rows or reading.text[draft.content[0].start] in _MARKS:
        return draft
    first = Span(start=tree.starts[begin], end=draft.content[0].end)
    return replace(draft, content=(first, *draft.content[1:]))


def _behind_hearer(tree: Tree, head: int, rows: range) -> int | None:
    """Where what is told begins behind who is told it, at its "that" or by the tree; None where nobody is told."""
    opening = list(takewhile(lambda row: tree.pos[row] not in labels.VERBAL, rows))
    that, pronouns = tree.lexicon.attribution.that, tree.lexicon.pronouns
    begin = next((row for row in opening if tree.lowered[row] in that), None)
    if begin is not None and (tree.pos[begin] == labels.SUBORDINATOR or _is_hearer(tree, head, begin - 1)):
        return begin if begin > rows[0] else None
    subjects = pronouns.subjects | pronouns.things | pronouns.plurals
    begin = next((row for row in opening if tree.deps[row] in labels.SUBJECTS and tree.lowered[row] in subjects), None)
    if begin is not None and begin > rows[0] and _is_hearer(tree, head, begin - 1):
        return begin
    hearer, clause = tree.child(head, labels.DIRECT_OBJECT, labels.INDIRECT_OBJECT), tree.child(head, labels.CONTENT)
    if hearer is None or clause is None or tree.lefts[hearer] != rows[0]:
        return None
    return tree.lefts[clause] if tree.lefts[clause] > hearer else None


def _is_hearer(tree: Tree, head: int, noun: int) -> bool:
    """Whether a noun before "that" is who was told or says where, and the clause is no part of it: "told reporters at the *scene* that"."""
    over = tree.heads[noun]
    where = tree.deps[noun] == labels.PREPOSED and tree.lemmas[over] in tree.lexicon.attribution.told_where
    return where or (over == head and tree.deps[noun] in labels.OBJECTS)


def _with_plea(tree: Tree, one: Draft, cue: Span) -> Draft:
    """What somebody pleads is said, not the words that say so: "pleaded", "not guilty to theft"."""
    rows = tree.rows(cue)
    head = next((row for row in rows if tree.lemmas[row] in tree.lexicon.attribution.pleading), None)
    if head is None or tree.lexicon.attribution.pleas.isdisjoint(tree.lowered[row] for row in rows):
        return one
    first = Span(start=tree.starts[head + 1], end=one.content[0].end)
    return replace(one, cue=tree.span(rows[0], head), content=(first, *one.content[1:]))


def _own_subject(tree: Tree, cue: Span, source: range) -> Span | None:
    """The subject of the cue where another verb's is taken for it: in "with some drivers claiming", "as the ministry said"."""
    head = _head_of(tree, cue)
    if head is not None and source and (main := _beyond_clause(tree, head, source)) is not None:
        return NounPhrase(tree, main).span
    with_it = None if head is None or tree.deps[head] != labels.PREPOSED_CLAUSE else head
    subject = _behind_as(tree, head) if with_it is None else tree.child(with_it, labels.NOMINAL_SUBJECT)
    if subject is None or not source or any(tree.lefts[subject] <= row <= tree.rights[subject] for row in source):
        return None
    return tree.span(tree.lefts[subject], tree.rights[subject] if with_it is None else subject)


def _beyond_clause(tree: Tree, head: Row, source: range) -> Row | None:
    """Whom a sentence is about, where the subject of a clause that describes a noun in it is taken for who goes on behind a comma.

    "The board defended sacking a driver who said he was ill, *saying*".
    """
    over = tree.heads[head]
    joined = tree.word(head - 1) == "," or tree.lowered[head - 1] in tree.lexicon.attribution.joining
    if not joined or (tree.tags[head], tree.deps[head]) != (labels.GERUND, labels.ADVERBIAL):
        return None
    describes = tree.deps[over] == labels.RELATIVE_CLAUSE or tree.tags[tree.lefts[over]] in labels.QUESTION_WORDS
    root = next((row for row in range(*tree.sentence(head)) if tree.deps[row] == labels.ROOT), None)
    main = tree.child(root, *labels.NOMINAL_SUBJECTS)
    return main if describes and main is not None and main < source[0] <= over < head else None


def _behind_as(tree: Tree, head: Row | None) -> Row | None:
    """What stands between "as" and a verb without a subject, where the parser takes "as" for a preposition."""
    if head is None or tree.deps[head] not in _HANGING or tree.child(head, *labels.NOMINAL_SUBJECTS) is not None:
        return None
    over, opens = tree.heads[head], tree.lexicon.quotation_shapes.as_
    held = (
        tree.child(row, labels.PREPOSED) for row in tree.children[over] if row < head and tree.lowered[row] in opens
    )
    return next((row for row in held if row is not None and tree.rights[row] == head - 1), None)


_HANGING: Final = frozenset({labels.CONJUNCT, labels.ADVERBIAL})


def _better(tree: Tree, rows: range) -> Span:
    kept = behind_label(tree, rows)
    last = kept[-1]
    ended = is_title(tree, last) and tree.word(last + 1) == "." and tree.form(last + 2) in labels.NAME_TAGS
    if ended or all(is_title(tree, row) or tree.words[row] == "." for row in kept):
        stop = last + 1 if tree.word(last + 1) == "." else last
        names = range(stop + 1, len(tree))
        last = next((row for row in names if tree.tags[row] not in labels.NAME_TAGS), len(tree)) - 1
    cut = next((name for name in joined_names(tree) if name.start < kept[0] < name.stop), kept)
    if last == kept[-1] and kept == rows:
        return tree.span(cut[0], rows[-1])
    while last > kept[-1] and not tree.words[last][0].isalnum():
        last -= 1
    return tree.span(kept[0], last)
