"""Rare mistakes that two articles share: strong evidence that one text lies behind both.

Source: Dong, Berti-Equille, Hu, Srivastava: Integrating Conflicting Data: The Role of Source Dependence (VLDB 2009) -
sources that share false values are likelier dependent than sources that share true ones.
"""

from collections.abc import Sequence

from twosource.compare.passages.readings import Part, Reading
from twosource.language.lexicon import lexicon_of
from twosource.text.reasons import Reason


def shared_mistake(one: Reading, pairs: Sequence[tuple[int, int]], parts: Sequence[int]) -> Reason | None:
    """The first mistake that both articles make, outside quotations, among the rows of the words that are the same; None where there is none."""
    words = lexicon_of(one.article.language).misspellings
    for at, (pair, part) in enumerate(zip(pairs, parts, strict=True)):
        form = one.forms[pair[0]]
        if part > Part.ATTRIBUTION or not (form in words.forms or form in words.doubled):
            continue
        if form in words.forms:
            return Reason("passages.spelt", form=form)
        if at and pairs[at - 1] == (pair[0] - 1, pair[1] - 1) and form == one.forms[pair[0] - 1]:
            return Reason("passages.doubled", form=form)
    return None
