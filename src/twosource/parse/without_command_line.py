"""spaCy, imported without its command line.

``import spacy`` reads all of ``spacy.cli`` for one function that prints what is installed, and with it a downloader, an
HTTP client and a project manager: two fifths of the time that the import takes. None of it is used here, and nothing here
downloads.
"""

import sys
from types import ModuleType
from typing import Any, Final

_COMMAND_LINE: Final = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> ModuleType:
    """The library, with ``spacy.cli`` left to whoever asks for it.

    Its place is held while spaCy is imported and given back afterwards, so that a later ``import spacy.cli`` finds the
    real one. Where spaCy is there already, it is taken as it is.
    """
    if "spacy" not in sys.modules:
        held = {name: _held(name) for name in _COMMAND_LINE}
        sys.modules.update(held)
        try:
            import spacy  # noqa: PLC0415 - its command line is held away only here
        finally:
            for name, module in held.items():
                if sys.modules.get(name) is module:
                    del sys.modules[name]
        if vars(spacy).get("cli") is held["spacy.cli"]:
            delattr(spacy, "cli")
    import spacy  # noqa: PLC0415 - there by now

    return spacy


def _held(name: str) -> ModuleType:
    module = ModuleType(name)
    module.__path__ = []
    vars(module)["info"] = _info
    return module


def _info(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - spaCy's own function, whatever it takes
    """``spacy.info``, which prints what is installed."""
    from spacy.cli.info import info  # noqa: PLC0415 - the import that is saved

    return info(*given, **named)
