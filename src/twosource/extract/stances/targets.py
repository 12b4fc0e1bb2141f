"""What the word that a stance takes stands for: a clause, a phrase, or something said before."""

from twosource.extract.stances.stance import Rows, Target, Word
from twosource.language import Clause, NounPhrase, Row, Tree, labels
from twosource.language.clause import antecedent_of, clause_over

_JOINT = 2
"""Tokens to what is hung beside a noun: over a comma."""
_COMMAS = frozenset({",", "-", "–", "—", "--", ";"})


def target_of(word: Word, row: Row) -> Target | None:
    """What a stance is about whose word takes a clause's predicate, a noun or a pronoun at ``row``.

    None where that says nothing that somebody could have claimed.
    """
    tree, taken = word.tree, word.at(row)
    if tree.tags[row] in labels.RELATIVE_PRONOUNS:
        return _behind_comma(word, row)
    if taken.is_pointing and taken.is_one_of(word.words.pronouns):
        conceded = _conceded(word)
        return Target(reference=row, appended=conceded is not None, otherwise=conceded)
    if is_clause(tree, row):
        return Target(content=_with_subject(tree, row))
    if taken.is_one_of(word.words.mentioned) or (word.is_one_of(word.words.of_persons) and is_person(taken)):
        return Target(reference=row)
    if taken.is_one_of(word.words.claims | word.words.numbers | word.words.wholes | word.words.misgivings):
        return claim_target(word, row)
    rows = _outside(phrase_rows(tree, row), tree, word.row)
    if taken.is_one_of(word.words.parts):  # "denied any part *in the attack*", which the parser may hang from the verb
        told = [c for c in tree.children[word.row] if c == rows.last + 1 and tree.deps[c] in labels.PREPOSITIONS]
        rows = Rows(rows.first, max([rows.last, *(tree.rights[c] for c in told)]))
    return Target(content=rows)


def is_person(taken: Word) -> bool:
    """Whether a word is a person's name, or a pronoun for one."""
    if taken.tree.form(taken.row) == labels.PERSONAL_PRONOUN:
        return taken.is_one_of(taken.words.personal)
    return taken.tree.kind_of_name(taken.row) == labels.PERSON


def _conceded(word: Word) -> Rows | None:
    """The clause before "although the reeve denies *this*"."""
    tree, clause = word.tree, word.clause
    marker = word.child_of(word.words.conceding, labels.MARKER)
    if marker is None or clause.relation != labels.ADVERBIAL or clause.head is None or clause.head > marker:
        return None
    rows = clause_rows(tree, clause.head)
    return Rows(rows.first, Row(min(rows.last, marker - 1)))


def is_clause(tree: Tree, row: Row) -> bool:
    """Whether a row is the predicate of a clause that something takes."""
    of_it = tree.deps[row] == labels.NOUN_CLAUSE and tree.child(row, labels.MARKER) is not None  # "the case *that …*"
    if tree.deps[row] in labels.COMPLEMENTS or tree.deps[row] == labels.PARATAXIS or of_it:
        return tree.pos[row] in labels.VERBAL or tree.child(row, *labels.ALL_SUBJECTS) is not None
    return False


def _with_subject(tree: Tree, row: Row) -> Rows:
    """A clause's words, with a subject that the parser took for the verb's object: "confirmed *the man* was the gunman"."""
    rows = clause_rows(tree, row)
    thing = tree.child(tree.heads[row], *labels.OBJECTS)
    return Rows(tree.lefts[thing], rows.last) if thing is not None and is_its_subject(tree, row, thing) else rows


def is_its_subject(tree: Tree, row: Row, thing: Row) -> bool:
    """Whether an object before a clause that has no subject and no conjunction is its subject."""
    bare = tree.child(row, labels.MARKER, *labels.ALL_SUBJECTS) is None
    return bare and thing < row and Clause(tree, row).is_finite


def clause_rows(tree: Tree, row: Row) -> Rows:
    """A clause's words: without its conjunction, and without what stands behind a comma for itself."""
    first, last = tree.lefts[row], tree.rights[row]
    marker = tree.child(row, labels.MARKER)
    if marker == first:
        first = Row(first + 1)
    for child in tree.children[row]:
        if not _stands_alone(tree, child):
            continue
        before = tree.lefts[child] - (2 if tree.deps[tree.lefts[child] - 1] == labels.CONJUNCTION else 1)
        if child > row and tree.words[before] in _COMMAS:
            last = min(last, Row(before))
        elif child < row and tree.words[tree.rights[child] + 1] in _COMMAS:
            first = max(first, Row(tree.rights[child] + 2))
    while last > first and tree.pos[last] == labels.PUNCTUATION:
        last = Row(last - 1)
    return Rows(first, last)


def _stands_alone(tree: Tree, row: Row) -> bool:
    """Whether a part of a clause tells something of its own: with a subject, as "with … estimating" too."""
    if tree.deps[row] in labels.PREPOSITIONS:
        held = tree.child(row, labels.PREPOSED_CLAUSE)
        taken = tree.child(row, labels.PREPOSED)
        return held is not None or (taken is not None and tree.child(taken, *labels.RELATIVE) is not None)
    if tree.deps[row] == labels.CONJUNCT:
        return tree.child(row, *labels.ALL_SUBJECTS) is not None or Clause(tree, row).is_finite
    return tree.deps[row] in {labels.ADVERBIAL, labels.PARATAXIS}


def phrase_rows(tree: Tree, row: Row) -> Rows:
    """A noun phrase's words, as ``NounPhrase.span`` has them."""
    rows = tree.rows(NounPhrase(tree, row).span)
    return Rows(Row(rows[0]), Row(rows[-1]))


def claim_target(word: Word, noun: Row) -> Target | None:
    """What a noun for a claim or number stands for: what hangs from it, the clause before it, or what was said before."""
    tree, words = word.tree, word.words
    clause = _complement_of(word, noun)
    if clause is not None:
        rows = clause_rows(tree, clause)
        that = word.says(rows.first, words.complementizers) and rows.first < clause
        return Target(content=Rows(Row(rows.first + 1), rows.last) if that else rows)
    claimed = _claimed_behind(word, noun)
    if claimed is not None:
        return claimed
    if _is_appended(word, noun):
        told = _told_before(tree, tree.heads[noun], Row(tree.lefts[noun] - 2))
        return Target(reference=noun, appended=True, otherwise=told)
    if word.says(noun, words.numbers) and tree.child(noun, labels.NUMERIC) is not None:
        return Target(content=_outside(phrase_rows(tree, noun), tree, word.row))
    if word.at(noun).child_of(words.indefinite, labels.DETERMINING) is not None:
        return None
    itself = None if word.says(noun, words.opinions) else _outside(phrase_rows(tree, noun), tree, word.row)
    return Target(reference=noun, otherwise=itself)


def _complement_of(word: Word, noun: Row) -> Row | None:
    """The clause that says what the claim is: "the claim *that …*", "suggestions *he …*"."""
    tree = word.tree
    behind = Row(noun + 1)
    that = behind < len(tree) and word.says(behind, word.words.complementizers)
    if that and tree.heads[behind] != word.row and _opens_content(word, behind):
        return tree.heads[behind]  # also where the parser hung the clause from the verb before
    hung = (_content_of(word, child) for child in tree.children[noun] if child > noun and child != word.row)
    looks = (*hung, _hung_elsewhere(word, noun))
    return next((found for found in looks if found is not None), None)


def _content_of(word: Word, child: Row) -> Row | None:
    """Of a clause that hangs from a noun what it says of the claim; None for a relative that tells more about it."""
    tree, clause = word.tree, Clause(word.tree, child)
    if clause.relation not in {*labels.RELATIVE, labels.CONTENT, labels.OPEN_COMPLEMENT}:
        return None
    saying = clause.complement if word.says(child, word.words.saying) and clause.own_subject is None else None
    if saying is not None and clause.relation == labels.NOUN_CLAUSE and tree.tags[child] == labels.GERUND:
        return saying.row  # "a report *saying that …*"
    marker = tree.child(child, labels.MARKER)
    relative = any(
        tree.tags[c] in labels.RELATIVE_PRONOUNS for c in tree.children[child] if tree.deps[c] != labels.MARKER
    )
    if relative or (marker is None and clause.own_subject is None) or not (clause.is_finite or clause.is_infinitive):
        return None
    judged = tree.lemmas[child] in word.words.stances_of_verb and marker is None
    complete = clause.is_passive or clause.object is not None
    return child if complete or not judged else None  # "an allegation *he denies*" tells what becomes of it


def _hung_elsewhere(word: Word, noun: Row) -> Row | None:
    """The same, hung from another word: "denied a report in the Post *that …*", "accusations made by X, *that …*", "*saying …*"."""
    tree = word.tree
    for row in range(noun + 2, max(tree.rights[noun], tree.rights[word.row]) + 1):
        over, clause = tree.heads[row], Row(row)
        inside = row <= tree.rights[noun] and not word.says(over, word.words.claims | word.words.saying)
        beside = over == word.row and tree.heads[noun] == word.row and 0 < tree.lefts[row] - tree.rights[noun] <= _JOINT
        if not (inside or beside):
            continue
        that, subject = word.at(clause).child_of(word.words.complementizers), Clause(tree, clause).own_subject
        if that is not None and subject not in {None, that}:
            return clause
        saying = tree.tags[row] == labels.GERUND and tree.words[tree.lefts[row] - 1] not in _COMMAS
        told = Clause(tree, clause).complement if saying and word.says(clause, word.words.saying) else None
        if told is not None:
            return told.row
    return None


def _opens_content(word: Word, that: Row) -> bool:
    """Whether "that" begins what was claimed; the parser often takes it for a relative, whose verb then has no place for it."""
    tree = word.tree
    verb = Clause(tree, tree.heads[that])
    if tree.deps[that] == labels.MARKER:
        return True
    subject = verb.own_subject
    own = verb.row > that and subject is not None and subject != that
    return own and (verb.is_passive or not word.says(verb.row, word.words.issuing | word.words.saying))


def _claimed_behind(word: Word, noun: Row) -> Target | None:
    """What stands behind "of" or "about": a clause, or a phrase; a name there is who claims, or whom it is about."""
    tree, words = word.tree, word.words
    about = next((c for c in tree.children[noun] if c > noun and tree.lemmas[c] in words.about), None)
    held = tree.child(about, labels.PREPOSED_CLAUSE, labels.PREPOSED, *labels.OBJECTS)
    if held is None or word.says(held, words.claims | words.encounters):  # "a version of this article", "… of events"
        return None
    if tree.deps[held] == labels.PREPOSED_CLAUSE:
        return Target(content=clause_rows(tree, held))
    doing = _doing(tree, noun, held)
    if doing is not None:
        return Target(content=_outside(Rows(tree.lefts[held], tree.rights[doing]), tree, word.row))
    return None if NounPhrase(tree, held).is_name else _named_by(word, noun, about, held)


def _named_by(word: Word, noun: Row, about: Row | None, held: Row) -> Target:
    """What a phrase behind a noun for a claim names: a number, what was claimed itself, or only what it is about."""
    tree = word.tree
    whole = _outside(phrase_rows(tree, noun), tree, word.row)
    if word.says(noun, word.words.numbers):
        return Target(content=whole)
    if not word.says(about, word.words.told_of):  # "statements *about* the dam"
        return Target(reference=noun, otherwise=whole)
    return Target(content=_outside(phrase_rows(tree, held), tree, word.row), reference=noun, searched=True)


def _doing(tree: Tree, noun: Row, held: Row) -> Row | None:
    """The verb that tells what is said of somebody behind "of": "reports of tanks *crossing* the river"."""
    told = tree.child(held, *labels.RELATIVE)
    if told is not None or NounPhrase(tree, held).is_name:
        return told
    hung = (c for c in tree.children[noun] if c > held and tree.deps[c] == labels.NOUN_CLAUSE)
    return next((c for c in hung if tree.tags[c] == labels.GERUND), None)


def _is_appended(word: Word, noun: Row) -> bool:
    """Whether the phrase stands behind a comma for the clause before it: "…, a figure disputed by …"."""
    tree, first = word.tree, word.tree.lefts[noun]
    if first == tree.sentence(noun)[0] or tree.words[first - 1] not in _COMMAS:
        return False
    determined = tree.child(noun, labels.DETERMINING, labels.OWNER) is not None
    indefinite = not determined or word.at(noun).child_of(word.words.indefinite, labels.DETERMINING) is not None
    return indefinite or tree.deps[noun] == labels.APPOSITION


def _behind_comma(word: Word, pronoun: Row) -> Target | None:
    """What "which" stands for: the claim that its noun names, all that was said before its comma, or its noun."""
    tree, verb = word.tree, word.tree.heads[pronoun]
    noun = antecedent_of(tree, verb, pronoun)
    if word.says(noun, word.words.claims | word.words.numbers):
        return claim_target(word, noun)
    if noun == pronoun:  # read as a clause beside another one
        over, before = tree.heads[verb], Row(tree.lefts[verb] - 2)
        told = Rows(clause_rows(tree, over).first, before) if over < pronoun else None
        return Target(reference=pronoun, appended=True, otherwise=told) if tree.word(before + 1) in _COMMAS else None
    relative = next(c for c in tree.children[noun] if tree.lefts[c] <= pronoun <= tree.rights[c])
    first = tree.lefts[relative]
    if tree.word(first - 1) == ",":
        return Target(reference=pronoun, appended=True, otherwise=_told_before(tree, noun, Row(first - 2)))
    return Target(content=_outside(phrase_rows(tree, noun), tree, relative))


def _told_before(tree: Tree, noun: Row, last: Row) -> Rows | None:
    """The clause that a noun stands in, up to a comma."""
    over = clause_over(tree, noun)
    if over is None or over.row > last:
        return None
    return Rows(clause_rows(tree, over.row).first, last)


def _outside(rows: Rows, tree: Tree, verb: Row) -> Rows:
    """A phrase's words before a verb that hangs from it."""
    first = tree.lefts[verb]
    return Rows(rows.first, Row(max(rows.first, first - 1))) if rows.first < first <= rows.last else rows
