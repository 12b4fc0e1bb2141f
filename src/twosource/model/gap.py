"""What could not be read or decided, as a value the reader sees."""

from dataclasses import dataclass
from typing import Final

GAP_CODES: Final = {
    "G101": "an input could not be read",
    "G102": "an input is empty",
    "G103": "an input is not text, a page or a table of articles",
    "G104": "an input is larger than the limit",
    "G105": "an address could not be fetched",
    "G106": "a row of a table is not an article",
    "G107": "the same input was given twice; it counts once",
    "G108": "parts of an archive or rows of a large table were passed over",
    "G109": "an archive is cut off or damaged; what stands before that was read",
    "G110": "a feed could not be read",
    "G111": "an article of a feed was not fetched",
    "G201": "no article text was found on a page",
    "G202": "characters could not be decoded and were replaced",
    "G203": "an article has no date that could be found",
    "G204": "an input ended the process that cleaned it: it took more memory or time than it may",
    "G205": "lines of a page that read as text of its article were left out",
    "G301": "the language is not supported yet: only blocks and shared wording are compared",
    "G302": "a paragraph is too long to be parsed whole; it was parsed in pieces",
    "G303": "an article is longer than the limit; findings stop there",
    "G304": "an article could not be read through within its limits of memory and time: only its blocks and shared wording are compared",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that could not be read or decided.

    ``code`` is a key of ``GAP_CODES``; ``where`` names the input, article or place; ``detail`` says in plain
    words what was met and what follows from it.
    """

    code: str
    where: str
    detail: str

    @property
    def told(self) -> str:
        """What was met, or what its code says where that is not known."""
        return self.detail or GAP_CODES.get(self.code, "")

    @property
    def line(self) -> str:
        """All of it in one line."""
        return f"{self.where}: {GAP_CODES[self.code]} ({self.detail})"
