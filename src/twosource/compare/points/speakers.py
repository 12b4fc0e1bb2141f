"""The same words given to different people, as far as it is sure that they are not one."""

import re

from twosource.compare.alignment.source_names import may_speak_for, other_people
from twosource.compare.points.pair import Pair, difference
from twosource.model import Difference, Statement
from twosource.text.names import fold, read_name
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_TELLING = 4  # content words that two people say alike by no chance
_WORD_FOR_WORD = 0.9  # share of the shorter remark


def speakers_part(pair: Pair) -> Difference | None:
    """Where the same words are given to two who are surely not one."""
    one, two = pair.left.statement, pair.right.statement
    first, second = pair.index.who(one.source), pair.index.who(two.source)
    if one.article == two.article or not other_people(one.source, two.source, pair.index):
        return None
    if {one.kind, two.kind} != {"quotation"} or not _alike(pair):
        return None
    if not all(_sure(each, pair.index) for each in (one, two)) or may_speak_for(one.source, two.source, pair.index):
        return None
    if _names_other(one, second, pair.index) or _names_other(two, first, pair.index):
        return None
    names = pair.names
    told = Reason("points.speaker", first=names[0], one=first, second=names[1], other=second)
    return difference("speaker", pair, told)


def _alike(pair: Pair) -> bool:
    """Whether the shorter of two remarks stands nearly word for word in the longer, and is no everyday phrase."""
    matter = [set(side.matter) for side in (pair.left, pair.right)]
    shared = len(matter[0] & matter[1])
    return shared >= _TELLING and shared >= _WORD_FOR_WORD * min(map(len, matter))


def _sure(statement: Statement, index: StoryIndex) -> bool:
    """Whether a source can be told from another.

    Not a document that is only described ("the warning"), not an outlet, which passes on what others said ("the king
    had said, Reuters reported"), and not who is only "she" there.
    """
    found = index.sources.get(statement.source or "")
    if found is None or found.kind == "outlet" or _only_a_pronoun(statement, index):
        return False
    return found.kind != "document" or any(word[:1].isupper() for word in found.name.split()[1:])


def _only_a_pronoun(statement: Statement, index: StoryIndex) -> bool:
    """Whether the article says "she" there, so that who is meant is only read from what stands around."""
    if statement.source_span is None:
        return False
    words = statement.source_span.of(index.articles[statement.article].text).lower().split()
    return len(words) == 1 and words[0] in index.lexicon.wording.function


def _names_other(statement: Statement, other: str | None, index: StoryIndex) -> bool:
    """Whether the other speaker is named between who speaks here and the words: whose they are is then not sure here.

    "The mayor said he would stay, while the pilot Ana Orel said that …".
    """
    surname = read_name(other or "", index.language).surname
    if not surname or statement.source_span is None:
        return False
    spans = (statement.source_span, *statement.content)
    text = index.articles[statement.article].text[min(s.start for s in spans) : max(s.end for s in spans)]
    return surname in {fold(word) for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)}
