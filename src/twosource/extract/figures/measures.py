"""What happened to those a number counts: looked for behind it, in it, before it, and in the tree, in that order."""

from dataclasses import dataclass
from typing import Final

from twosource.extract.figures.clauses import clause_at, past_aside
from twosource.extract.figures.counted import Counted
from twosource.extract.figures.measure_table import measure_table
from twosource.language import Row, Tree, labels
from twosource.language.factuality import factuality_of
from twosource.language.factuality_own import could
from twosource.language.lexicon import FactualityWords
from twosource.language.phrase_factuality import phrase_factuality_of
from twosource.model import Modality, Polarity

_REACH: Final = 9
_ACTING: Final = frozenset({"protested", "voted"})
_DONE_TO: Final = frozenset({"killed", "injured", "shot", "stabbed", "freed", "rescued"})
_TOLL_REACH: Final = 12
_NOUNISH: Final = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A measure, the row of the word that says it, and how that word was found, in plain words.

    ``value_of``: the number is the value of a count that is named: "the death toll reached 73".
    """

    measure: str
    row: int
    how: str
    value_of: bool = False


def happening_of(tree: Tree, counted: Counted, words: FactualityWords, *, of_nobody: bool = False) -> Happening | None:
    """What happened to what is counted; None where nothing is said, or it is denied or only thinkable."""
    acting: Happening | None = None
    for look in (_toll, _acted_on, _inside, _behind, _before, _of_noun, _climb):
        found = look(tree, counted)
        if found is None or _of_things(tree, counted, found):
            continue
        if look is _inside and found.measure in _ACTING:
            acting = found  # "five protesters were shot": what was done to them goes before what they are
            continue
        return _graver(tree, found, counted) if _told(tree, found, counted, words, of_nobody=of_nobody) else None
    return acting


def _of_things(tree: Tree, counted: Counted, found: Happening) -> bool:
    """Whether the verb speaks of violence only with persons, and these are none: "struck two cars"."""
    if tree.words[found.row].lower() not in tree.lexicon.measures.persons_only:
        return False
    noun = tree.words[counted.head].lower()
    return counted.span is not None and noun not in tree.lexicon.measures.person_words and noun not in {"them", "whom"}


def _toll(tree: Tree, counted: Counted) -> Happening | None:
    """As in "the death toll rose to 73"."""
    first = tree.sentences[tree.sentence_of[counted.first]][0]
    before = tree.words[max(counted.first - 1, first)].lower()
    reached = before == "to" or tree.pos[max(counted.first - 1, first)] == "VERB"
    for row in range(counted.first - 1, max(counted.first - _TOLL_REACH, first - 1), -1):
        word = tree.words[row].lower()
        if word in {".", ";", ",", "and"} or (word.isdigit() and tree.words[row + 1].lower() != "to"):
            return None
        if word == "from" and not (tree.words[row + 1][:1].isdigit() or reached):
            return None  # "the death toll from the quake of 6.4": of "rose from 18 to 21" both are values
        numbered = _numbered(tree, row)
        if numbered is not None:
            return numbered
        for phrase, name in measure_table(tree.lexicon).tolls.get(word, ()):
            if _words(tree, row - len(phrase) + 1, len(phrase)) == phrase:
                return Happening(measure=name, row=row, how=f"the value of “{' '.join(phrase)}”", value_of=True)
    return None


def _numbered(tree: Tree, row: int) -> Happening | None:
    """As in "the number of refugees passed 2,000"."""
    table, word = measure_table(tree.lexicon), tree.words[row].lower()
    if _words(tree, row - 2, 2) not in {("number", "of"), ("count", "of"), ("tally", "of")}:
        return None
    claim = _claiming(tree, row - 1) if word == "lives" else None
    if claim is not None:
        return Happening(measure="killed", row=claim, how="lives were taken")
    name = table.nouns.get(word) or table.states.get(word)
    return Happening(measure=name, row=row, how=f"the value of “number of {word}”", value_of=True) if name else None


def _inside(tree: Tree, counted: Counted) -> Happening | None:
    """As in "73 deaths", "three wounded officers", "12 dead"."""
    table = measure_table(tree.lexicon)
    word = tree.words[counted.head].lower()
    if counted.head > counted.first:
        for width in (3, 2, 1):
            words = " ".join(_words(tree, counted.head - width + 1, width))
            acting = table.nouns.get(words) in _ACTING and tree.tags[counted.head] != "NNS"
            if (
                words in table.nouns
                and counted.head - width >= counted.first
                and not acting
                and _fits_block(tree, counted.head)
            ):
                return Happening(measure=table.nouns[words], row=counted.head, how=f"“{words}” are counted")
    for row in range(counted.first + 1, counted.head):
        word = tree.words[row].lower()
        if word in table.states and counted.span is not None and tree.starts[row] >= counted.span.start:
            return Happening(measure=table.states[word], row=row, how=f"“{word}” goes with what is counted")
    claim = _claiming(tree, counted.first) if word == "lives" else None
    if claim is not None:
        return Happening(measure="killed", row=claim, how="lives were taken")
    return None


def _fits_block(tree: Tree, row: int) -> bool:
    """Whether the block is about what the noun counts: cases are of a disease only where one is spoken of."""
    company = tree.lexicon.measures.only_beside.get(tree.lemmas[row])
    return company is None or not company.isdisjoint(word.lower() for word in tree.words)


def _claiming(tree: Tree, row: int) -> int | None:
    forms = {"claim", "claims", "claimed", "claiming", "took", "taken", "taking", "cost", "costing", "lost", "lose"}
    return next((r for r in range(row - 1, max(row - 5, -1), -1) if tree.words[r].lower() in forms), None)


def _behind(tree: Tree, counted: Counted) -> Happening | None:
    """As in "five people were killed", "3 dead", "two of whom died"."""
    if _is_place(tree, counted.head):
        return None
    row = past_aside(tree, counted.last + 1)
    stop = min(row + _REACH, tree.sentences[tree.sentence_of[counted.last]][1])
    passive = perfect = False
    while row < stop:
        word = tree.words[row].lower()
        found = _said_at(tree, row, passive=passive, perfect=perfect)
        if found is not None:
            return found
        if word == "fatally" and row == counted.last + 1 and row + 1 < len(tree) and tree.words[row + 1] in {",", "."}:
            return Happening(measure="killed", row=row, how="“fatally” follows")
        passive = passive or word in tree.lexicon.measures.passive
        perfect = word in tree.lexicon.measures.perfect and not passive
        if not _may_stand_between(tree, row, word):
            break
        row += 1
    return None


def _said_at(tree: Tree, row: int, *, passive: bool, perfect: bool) -> Happening | None:
    """What the words at ``row`` say of those who stand before; ``passive``, ``perfect``: an auxiliary came first."""
    table, word = measure_table(tree.lexicon), tree.words[row].lower()
    phrase = clause_at(tree, row)
    name = phrase[1] if phrase else None
    if name is None and word in table.states and word not in table.participles:
        name = table.states[word]
    if name is None and word in table.participles and (passive or (not perfect and not _has_object(tree, row))):
        name = table.participles[word]
    if name is None:
        name = table.subjects.get(word)
    if name is None:
        return None
    return Happening(measure=name, row=row, how=f"“{' '.join(phrase[0]) if phrase else word}” follows")


def _is_place(tree: Tree, head: int) -> bool:
    """As in "houses in two villages were damaged": what happened is said of the noun before."""
    link = tree.heads[head]
    if tree.deps[head] != "pobj" or tree.words[link].lower() not in {
        "in",
        "at",
        "on",
        "from",
        "near",
        "across",
        "between",
    }:
        return False
    noun = tree.heads[link]
    return noun < link and tree.pos[noun] in {"NOUN", "PROPN"} and tree.deps[noun] in {"nsubj", "nsubjpass", "pobj"}


def _may_stand_between(tree: Tree, row: int, word: str) -> bool:
    if word in tree.lexicon.measures.auxiliaries or tree.pos[row] in {"ADV", "AUX"}:
        return True
    return word in {"of", "whom", "them"}


def _has_object(tree: Tree, row: int) -> bool:
    """Whether a noun phrase follows the verb at ``row``: then it is active, and what stands before it acts."""
    here = row + 1
    if here >= len(tree) or tree.sentence_of[here] != tree.sentence_of[row]:
        return False
    if (
        here + 1 < len(tree)
        and tree.words[here].lower() == "and"
        and tree.words[here + 1].lower() in measure_table(tree.lexicon).objects
    ):
        here += 2
    word = tree.words[here].lower() if here < len(tree) else ""
    if tree.pos[min(here, len(tree) - 1)] not in _NOUNISH or word in {"outside", "near", "monday", "tuesday"}:
        return False
    when = tree.words[here] in {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
    timely = word in {
        "this",
        "that",
        "last",
        "early",
        "late",
        "overnight",
        "yesterday",
        "today",
        "tonight",
        "each",
        "one",
        "two",
        "three",
    }
    return not when and not timely and tree.deps[here] not in {"npadvmod", "nsubj", "nsubjpass"}


def _acted_on(tree: Tree, counted: Counted) -> Happening | None:
    """As in "who killed one man was charged": what was done, right before its object goes before what follows."""
    row, table = counted.first - 1, measure_table(tree.lexicon)
    if row < 0 or counted.span is None or tree.tags[row] not in {"VBD", "VBG"} or tree.heads[counted.head] != row:
        return None
    name = table.objects.get(tree.words[row].lower())
    if name not in _DONE_TO or tree.deps[counted.head] != "dobj" or _is_passive(tree, row):
        return None
    return Happening(measure=name, row=row, how=f"the object of “{tree.words[row].lower()}”")


def _before(tree: Tree, counted: Counted) -> Happening | None:
    """As in "killing at least 20", "kills two people"."""
    table, row = measure_table(tree.lexicon), counted.first - 1
    first = tree.sentences[tree.sentence_of[counted.first]][0]
    for _ in range(_REACH):
        if row < first:
            return None
        word = tree.words[row].lower()
        if word in table.objects and tree.pos[row] != "ADJ":
            if _is_passive(tree, row) or (word in table.nouns):
                return None
            return Happening(measure=table.objects[word], row=row, how=f"the object of “{word}”")
        if word in tree.lexicon.measures.losing and tree.words[counted.head].lower() in tree.lexicon.measures.fighters:
            return Happening(measure="killed", row=row, how=f"“{word}” of those who fight")
        if word not in tree.lexicon.measures.between:
            return None
        row -= 1
    return None


def _is_passive(tree: Tree, row: int) -> bool:
    return any(tree.deps[child] in {"auxpass", "nsubjpass"} for child in tree.children[row])


def _of_noun(tree: Tree, counted: Counted) -> Happening | None:
    """As in "the deaths of three people", "the shooting of two men", "number of dead"."""
    table = measure_table(tree.lexicon)
    row = counted.first - 1
    while row > 0 and tree.words[row].lower() in tree.lexicon.measures.between and tree.words[row].lower() != "of":
        row -= 1
    if row < 1 or tree.words[row].lower() not in {"of", "to"}:
        return None
    word = tree.words[row - 1].lower()
    claim = _claiming(tree, row - 1) if word == "lives" else None
    if claim is not None:
        return Happening(measure="killed", row=claim, how="lives were taken")
    name = table.nouns.get(word) or (table.objects.get(word) if word.endswith("ing") else None)
    return Happening(measure=name, row=row - 1, how=f"“{word} of”") if name else None


def _climb(tree: Tree, counted: Counted) -> Happening | None:
    """By the tree: subject of a passive or of a verb like "die", object of a verb like "kill"."""
    table, row = measure_table(tree.lexicon), counted.first if counted.partitive else counted.head
    for _ in range(4):
        dep, head = tree.deps[row], tree.heads[row]
        if head == row:
            return None
        word = tree.words[head].lower()
        if dep == "nsubjpass" and word in table.participles:
            return Happening(measure=table.participles[word], row=head, how=f"the subject of “{word}”")
        if dep == "nsubj" and word in table.subjects:
            return Happening(measure=table.subjects[word], row=head, how=f"the subject of “{word}”")
        if dep == "dobj" and word in table.objects and not _is_passive(tree, head):
            return Happening(measure=table.objects[word], row=head, how=f"the object of “{word}”")
        if dep not in {"conj", "nummod", "appos", "compound"}:
            return _state_of(tree, row, head)
        row = head
    return None


def _state_of(tree: Tree, row: int, head: int) -> Happening | None:
    """As in "left three people dead", "three are missing"."""
    states = measure_table(tree.lexicon).states
    if tree.deps[row] not in {"dobj", "nsubj"}:
        return None
    for child in tree.children[head]:
        word = tree.words[child].lower()
        if tree.deps[child] in {"acomp", "oprd", "attr"} and word in states and child > row:
            return Happening(measure=states[word], row=child, how=f"“{word}” is said of them")
    return None


def _graver(tree: Tree, found: Happening, counted: Counted) -> Happening:
    """As in "shot and killed", "shot, fatally", "fatally shot", "shot one man dead" are killed."""
    if found.measure not in {"shot", "injured", "stabbed", "burned"}:
        return found
    row = found.row
    near = [tree.words[r].lower() for r in range(row + 1, min(row + 4, len(tree)))]
    before = tree.words[row - 1].lower() if row else ""
    fatal = before in tree.lexicon.measures.fatal or near[:1] == ["fatally"] or near[:1] == ["dead"]
    fatal = fatal or near[:2] in (["to", "death"], ["and", "killed"], ["dead", "by"])
    behind = [tree.words[r].lower() for r in range(counted.last + 1, min(counted.last + 3, len(tree)))]
    fatal = fatal or (row < counted.first and (behind[:1] in (["fatally"], ["dead"]) or behind == ["to", "death"]))
    if fatal or (near[:2] == ["and", "fatally"]) or near[:3] == ["and", "later", "died"]:
        return Happening(measure="killed", row=row, how=found.how + ", with words that say they died")
    return found


_UNTOLD: Final = frozenset(Modality) - {Modality.ACTUAL, Modality.POSSIBLE}
"""What is only foreseen, wanted or supposed is no toll. "As many as 12 may have died" is one, and marked as unsure."""


def _told(tree: Tree, found: Happening, counted: Counted, words: FactualityWords, *, of_nobody: bool) -> bool:
    """Whether the words say that it happened to those who are counted, and not to nobody of them."""
    predicate = tree.pos[found.row] in labels.VERBAL
    told = (factuality_of if predicate else phrase_factuality_of)(tree, Row(found.row), words)
    if told.modality in _UNTOLD or could.__name__ in told.rules:
        return False
    # "did not survive" is a phrase for what happened: its "not" belongs to it.
    if of_nobody or words.negators & set(found.how.strip("“").split()):
        return True
    counting = phrase_factuality_of(tree, Row(counted.head), words)
    return Polarity.NEGATIVE not in {told.polarity, counting.polarity}


def _words(tree: Tree, row: int, count: int) -> tuple[str, ...]:
    if row < 0:
        return ()
    return tuple(word.lower() for word in tree.words[row : row + count])
