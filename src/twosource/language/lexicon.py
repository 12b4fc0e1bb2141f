"""The word lists of one language, typed and checked when they are read.

A language is a folder of YAML files; a file's form is one of the classes below. A list that a folder does not have is
empty: a small language knows fewer words and decides less.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, Generic, overload

import msgspec

from twosource.errors import LexiconError
from twosource.language.word_files import FileT, UnreadableWordsError, read_words, typed
from twosource.language.words_attribution import AttributionWords, LearnedWords
from twosource.language.words_clauses import FactualityWords, OppositionWords, PredicateWords, Side
from twosource.language.words_entities import BodyWords
from twosource.language.words_figures import BackgroundWords, FigureWords, MeasureWords
from twosource.language.words_frames import ActWords, FrameWords
from twosource.language.words_names import NameWords
from twosource.language.words_news import (
    AgencyWords,
    AgeWords,
    CarrierWords,
    EventDayWords,
    FormulaWords,
    FunctionWords,
    MisspellingWords,
    NumberSlotWords,
    PublisherTable,
    QuotationWords,
    RankWords,
    RoundUpWords,
    SlotWords,
    TraitWords,
    TranslationWords,
)
from twosource.language.words_page import InterfaceWords, MarkupWords, MastheadWords, PageWords, ResidueWords, WallWords
from twosource.language.words_pronouns import PronounWords
from twosource.language.words_quantities import QuantityWords
from twosource.language.words_reasons import ReasonWords, Wordings
from twosource.language.words_sources import OutletWords, SourceNounWords
from twosource.language.words_stances import StanceWords
from twosource.language.words_times import TenseWords, TimeContextWords, TimeWords
from twosource.language.words_wording import CountedWords, RootWords, WordingWords

__all__ = [
    "FactualityWords",
    "File",
    "Lexicon",
    "OppositionWords",
    "PredicateWords",
    "Side",
    "add_language",
    "lexicon_of",
]


class File(Generic[FileT]):
    """A file of a language's folder, read when it is first asked for: ``document.lexicon.quantities``.

    Args:
        form: Its form, which is checked when it is read.
        name: Its name without ending, where it is not that of the attribute.
    """

    def __init__(self, form: type[FileT], name: str = "") -> None:
        """Remember what the file is; read nothing yet."""
        self._form, self._name, self._attribute = form, name, ""

    def __set_name__(self, owner: type, attribute: str) -> None:
        """Take the attribute's name."""
        self._attribute, self._name = attribute, self._name or attribute

    @overload
    def __get__(self, lexicon: None, owner: type) -> "File[FileT]": ...
    @overload
    def __get__(self, lexicon: "Lexicon", owner: type) -> FileT: ...
    def __get__(self, lexicon: "Lexicon | None", owner: type) -> "File[FileT] | FileT":
        """The lists; the second time they are an attribute of the lexicon itself."""
        if lexicon is None:
            return self
        read = lexicon.read(self._name, self._form)
        lexicon.__dict__[self._attribute] = read
        return read


class Lexicon:
    """The word lists of one language. Each file is read when it is first asked for.

    Args:
        code: The language's code ("en").
        folder: Where its files lie.
    """

    def __init__(self, code: str, folder: Traversable) -> None:
        """Remember where the lists lie; read none yet."""
        self.code = code
        self._folder = folder

    factuality = File(FactualityWords)
    """By which words a clause is not told as a plain fact."""
    attribution = File(AttributionWords)
    """How words are relayed, set apart and not said."""
    learned = File(LearnedWords)
    """Words that the network of attribution tells apart."""
    predicates = File(PredicateWords, "deeds")
    """The words for one deed."""
    opposition = File(OppositionWords)
    """What excludes each other."""
    bodies = File(BodyWords)
    """Which names mean one body."""
    stances = File(StanceWords)
    """By which words somebody takes a stance towards a statement."""
    quantities = File(QuantityWords)
    """Numbers in words, units, bounds, and numbers that count nothing."""
    measures = File(MeasureWords)
    """What happened to what is counted."""
    background = File(BackgroundWords)
    """Which numbers belong to another event."""
    figures = File(FigureWords)
    """How a number stands to others and to what it counts."""
    reasons = File(ReasonWords)
    """How numbers and names stand in our own sentences."""
    wordings = File(Wordings)
    """What our own reasons and details say."""
    pronouns = File(PronounWords)
    """Words that point at what is named elsewhere."""
    source_nouns = File(SourceNounWords)
    """What kind of source a noun names."""
    outlets = File(OutletWords)
    """Outlets and seats of power, as running text names them."""
    wording = File(WordingWords)
    """What carries no matter, and what turns the sense."""
    roots = File(RootWords)
    """What grammar adds to a word, where it is asked how rare it is."""
    counted = File(CountedWords)
    """What is counted, and how one count stands to another."""
    names = File(NameWords)
    """What people's names are made of."""
    agencies = File(AgencyWords)
    """News agencies: of all languages, in the folder ``all``."""
    publishers = File(PublisherTable)
    """Who owns outlets: of all languages, in the folder ``all``."""
    carriers = File(CarrierWords)
    """How an article names another outlet as where it has something."""
    formulas = File(FormulaWords)
    """Wording that belongs to nobody."""
    function_words = File(FunctionWords)
    """Words that say little by themselves."""
    roundups = File(RoundUpWords)
    """What headlines of several events say."""
    source_ranks = File(RankWords)
    """How much a source's words weigh."""
    happenings = File(EventDayWords)
    """What events are called, and how their day stands beside them."""
    traits = File(TraitWords)
    """What grouping reads of a text itself."""
    """How records stand behind names."""
    number_slots = File(NumberSlotWords)
    """Of what a story has only one."""
    slots = File(SlotWords)
    """What a story tells once of its main event."""
    ages = File(AgeWords)
    """How ages stand beside names."""
    frames = File(FrameWords)
    """Words that report, by the frame in which they do."""
    acts = File(ActWords)
    """What somebody does, told from what somebody says."""
    misspellings = File(MisspellingWords)
    """Slips of the pen."""
    translation = File(TranslationWords)
    """By which words speech was said in another language."""
    quotation_shapes = File(QuotationWords)
    """What stands beside quotation marks."""

    times = File(TimeWords)
    """The grammar of times."""
    time_context = File(TimeContextWords)
    """Which words beside an expression tell whether it is a time."""
    tenses = File(TenseWords)
    """By which words a time lies ahead."""
    page = File(PageWords)
    """What pages say around their articles: of all languages, in the folder ``all``."""
    markup = File(MarkupWords)
    """What the markup of pages calls their parts: of all languages, in the folder ``all``."""
    walls = File(WallWords)
    """Pages that stand in an article's place: of all languages, in the folder ``all``."""
    interface = File(InterfaceWords)
    """Words by which pages speak of themselves: of all languages, in the folder ``all``."""
    residue = File(ResidueWords)
    """Lines that belong to the page and not to the article."""
    masthead = File(MastheadWords)
    """Wording of bylines, credits, datelines and captions."""

    def read(self, name: str, form: type[FileT]) -> FileT:
        """A file in its form; an empty one where the folder has none.

        Raises:
            LexiconError: If the file has another form, with where and how.
        """
        place = self._folder / f"{name}.yml"
        if not place.is_file():
            return form()
        try:
            return typed(read_words(place), form)
        except (msgspec.ValidationError, UnreadableWordsError) as error:
            raise LexiconError(self.code, name, str(error)) from error


_ELSEWHERE: Final[dict[str, Traversable]] = {}


def add_language(code: str, folder: Traversable) -> None:
    """Make known a language of a code whose word files lie in a folder outside of the package.

    Each file has the form of the class of its name, and any may be missing.
    """
    _ELSEWHERE[code] = folder
    lexicon_of.cache_clear()


def forget_language(code: str) -> None:
    """Undo ``add_language``."""
    _ELSEWHERE.pop(code, None)
    lexicon_of.cache_clear()


def of_all_languages() -> Lexicon:
    """The lists that are facts of the world: agencies, who owns outlets."""
    return lexicon_of("all")


@cache
def lexicon_of(language: str) -> Lexicon:
    """The word lists that come with the package for a language; of one that has no folder all lists are empty."""
    return Lexicon(language, _ELSEWHERE.get(language) or files("twosource.language") / language)
