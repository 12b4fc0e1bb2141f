"""Reasons and details: a rule answers with a code and what it is about; what is said stands in ``wordings.yml`` of a language.

Where a value of the story is made, its reason is worded in the language of the story; what a language has not worded is
said in English.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final

from twosource.errors import LexiconError
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.language.words_reasons import Section, Template
from twosource.text.prose import TOLD_IN, amount, inside, listed, number, opened

Rule = Callable[..., object]


class Reason:
    """Why, or what is told: a code of ``wordings.yml`` with its parameters.

    A parameter is a text, a number, a further reason, or several of them, which stand as a list with "and".

    Args:
        code: The file's section and the sentence's name in it: "passages.one_sentence".
        parameters: What stands in its places, all of them and no others.

    Example:
        >>> worded(Reason("passages.unsure", why=Reason("passages.each_names_the_other")), "en")
        'which had it first is not clear: each names the other'
    """

    __slots__ = ("code", "english", "parameters")

    def __init__(self, code: str, /, **parameters: object) -> None:
        """Keep what is to be said; word nothing yet."""
        self.code: Final = code
        self.parameters: Final = parameters
        self.english = ""

    @staticmethod
    def of(rule: Rule) -> "Reason":
        """What a rule's docstring says in its first line, without a full stop; its code is its module and its name."""
        reason = Reason(code_of(rule))
        reason.english = (rule.__doc__ or "").strip().partition("\n")[0].removesuffix(".")
        return reason

    @staticmethod
    def kind(code: str) -> "Reason":
        """What one of our own codes is called, where it stands inside a sentence; in English itself."""
        reason = Reason(f"kinds.{code.replace(' ', '_')}")
        reason.english = code
        return reason

    def holds(self, code: str) -> bool:
        """Whether it says this, or a reason within it does."""
        return self.code == code or any(
            isinstance(told, Reason) and told.holds(code) for told in self.parameters.values()
        )

    def __eq__(self, other: object) -> bool:
        """Whether the same is said."""
        return isinstance(other, Reason) and (self.code, self.parameters) == (other.code, other.parameters)

    def __hash__(self) -> int:
        """By the code and what is told with it."""
        return hash((self.code, *self.parameters.values()))

    def __repr__(self) -> str:
        """The code and the parameters."""
        return (
            f"Reason({', '.join((repr(self.code), *(f'{name}={told!r}' for name, told in self.parameters.items())))})"
        )


def code_of(rule: Rule) -> str:
    """The code of a rule whose docstring is its reason: ``rules.same_count.same_things``."""
    return f"rules.{rule.__module__.rpartition('.')[2].removeprefix('_')}.{rule.__name__.removeprefix('_')}"


def worded(reason: "Reason | str", language: str) -> str:
    """What a reason says in a language; a text says itself.

    Args:
        reason: A code with its parameters, or what was worded already.
        language: The code of the language in which the story is told.

    Example:
        >>> worded(Reason("passages.one_sentence", words=14), "en")
        'one whole sentence of 14 words is the same'
    """
    if isinstance(reason, str):
        return reason
    template = wordings(language).get(reason.code)
    if template is None:
        return reason.english
    told = reason.parameters
    return "".join(before + (_place(told[name], how, language) if name else "") for before, name, how in template.parts)


def joined(reasons: Iterable["Reason | str | None"], language: str) -> str:
    """Several reasons in a row, each once; "" for none."""
    return "; ".join(dict.fromkeys(worded(reason, language) for reason in reasons if reason))


def limited(names: Iterable[object], most: int) -> tuple[object, ...]:
    """The first of several names, with how many more there are as the last of them."""
    every = tuple(names)
    return every if len(every) <= most else (*every[:most], Reason("lists.more", count=len(every) - most))


def _place(told: object, how: str, language: str) -> str:
    """A parameter as it stands in a sentence."""
    if "|" in how:
        return _form(told, how.split("|"), language)
    if isinstance(told, Reason):
        told = worded(told, language)
    elif how == "row" and isinstance(told, tuple):
        return joined(told, language)
    elif how == "commas" and isinstance(told, tuple):
        return ", ".join(worded(one, language) for one in told)
    elif isinstance(told, tuple):
        told = listed([_place(one, "", language) for one in told], language=language)
    named = _NAMED.get(how)
    return named(told, language) if named else format(told, how)


def _form(told: object, forms: list[str], language: str) -> str:
    """The form of a word that a number, or the number of several things, asks for."""
    count = str(len(told) if isinstance(told, tuple) else told)
    plurals = lexicon_of(language).reasons.plurals or lexicon_of(TOLD_IN).reasons.plurals
    return next((form for form, asks in zip(forms, plurals, strict=False) if asks.fullmatch(count)), forms[-1])


_NAMED: Final[dict[str, Callable[..., str]]] = {
    "words": number,
    "amount": amount,
    "inside": inside,
    "opened": lambda words, _: opened(words),
}
"""How a parameter may stand besides what Python's formats say: a number in words, a large one short, a name inside a sentence, at its beginning."""


_FREE: Final = frozenset[Section]({"rules", "kinds"})
"""Sections whose English stands in the code itself."""


def wordings(language: str) -> Mapping[str, Template]:
    """Every sentence by its code, as a language words it, or else as English does.

    Raises:
        LexiconError: If the language words a code that there is not, or names a parameter that it does not have.
    """
    return _with_english(lexicon_of(language), lexicon_of(TOLD_IN))


@cache
def _with_english(own_words: Lexicon, english_words: Lexicon) -> Mapping[str, Template]:
    own, english = own_words.wordings.by_code(), english_words.wordings.by_code()
    for code, template in own.items():
        known = english[code].names if code in english else frozenset()
        if code.partition(".")[0] not in _FREE and (code not in english or not template.names <= known):
            raise LexiconError(own_words.code, "wordings", f"no place {code} {sorted(template.names - known)}")
    return {**english, **own}
