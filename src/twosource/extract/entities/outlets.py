"""Outlets among the words that name a source: "the Norvale Herald", "KTZ-TV in Norvale", "state media Xinhua"."""

from functools import cache, lru_cache

from twosource.language.lexicon import lexicon_of
from twosource.text.carriers import is_outlet_name, known_outlets


@lru_cache(maxsize=1 << 14)
def outlet_in(name: str, language: str) -> str:
    """The outlet that a phrase names, with its article; "" where it names none.

    The outlet's name ends the phrase, or only a place stands behind it. A single word is an outlet's only if it is on
    a list or has a station's form: "Star" and "Democrat" may be anybody.

    Example:
        >>> [outlet_in(name, "en") for name in ("the Norvale Herald", "KTZB-TV in Norvale", "a Democrat")]
        ['the Norvale Herald', 'KTZB-TV', '']
    """
    words = lexicon_of(language).outlets
    for match in words.run.finditer(name):
        run = match["run"].strip(".'’")
        told = match["article"] and match["article"][0].isupper() and _is_paper(run, language)
        if (told or _is_outlet(run, language)) and words.behind_run.match(name, match.end()):
            return (match["article"] or "") + run
    return _in_small_letters(name.split(), language)


def _is_paper(run: str, language: str) -> bool:
    """Whether a single word behind "The" has an outlet's form, and is no noun of somebody: "The Ledger", not "The Star"."""
    return is_outlet_name(run, language) and lexicon_of(language).source_nouns.kind_of(run.lower()) != "unnamed"


def _in_small_letters(words: list[str], language: str) -> str:
    """A listed agency that is written small, behind the noun that says what it is: "news agency dpa"."""
    said = len(words) > 1 and words[-2].lower() in lexicon_of(language).outlets.before_small
    return words[-1] if said and words[-1].islower() and words[-1] in _listed(language) else ""


def _is_outlet(run: str, language: str) -> bool:
    if run.lower() in _listed(language):
        return True
    return is_outlet_name(run, language) and (" " in run or not run.isalpha() or run.isupper())


@cache
def _listed(language: str) -> frozenset[str]:
    """Names of outlets in lower case, without their article."""
    lexicon = lexicon_of(language)
    written = frozenset(name.removeprefix(f"{lexicon.carriers.article} ") for name in lexicon.outlets.outlets)
    return written | frozenset(name.lower() for name in known_outlets(language))
