"""Passages that a person marked as standing texts."""

from collections import Counter
from collections.abc import Sequence

from twosource.compare.passages.alignment import Stretch
from twosource.compare.passages.kinds import Judgement
from twosource.compare.passages.readings import Reading
from twosource.settings import Settings
from twosource.text.reasons import Reason


class Formulas:
    """Standing texts by hand, asked of every shared passage."""

    def __init__(self, formulas: Sequence[tuple[tuple[str, ...], Reason]], settings: Settings) -> None:
        """Keep the words of each and why it is one."""
        self._alike = settings.passage_marked_share
        self._formulas = [(Counter(words), len(words), reason) for words, reason in formulas]

    def over(self, one: Reading, other: Reading, stretch: Stretch) -> Judgement | None:
        """That a stretch is such a text; None where nobody said so.

        A stretch is meant where one of its two wordings is, as a bag of words, nearly the marked one.
        """
        if not self._formulas:
            return None
        for reading, (begin, end) in ((one, stretch.left), (other, stretch.right)):
            forms = Counter(form for form in reading.forms[begin : end + 1] if not form.startswith("\x00"))
            for words, count, reason in self._formulas:
                if (words & forms).total() >= self._alike * max(count, forms.total()):
                    return Judgement(kind="formula", reason=reason)
        return None
