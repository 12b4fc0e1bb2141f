"""Raw inputs cleaned, here or in a process that may die: what comes of them is the same.

A small page cleaned here is bounded by the limits on its characters and tags. A large one, and any where many are read or
a program runs for long, is cleaned aside: an input that ends the process there is a gap, and costs the others nothing.
"""

from typing import Final

import msgspec

from twosource.aside import DiedError, NoProcessError, aside
from twosource.model import Article, Gap, Raw
from twosource.model.wire import writable
from twosource.settings import Settings

Cleaned = tuple[Article | None, tuple[Gap, ...]]
_WARM: Final = "twosource.cleaning:warm"
_ASKED: Final = "twosource.cleaning:answered"
_CHARACTERS: Final = 1_000_000
"""Of a raw input for which ``worker_seconds`` are allowed once more."""
_PAGE: Final = "<html><head><title>Warm</title></head><body><article><h1>Warm</h1><p>{}</p></article></body></html>"


def cleaned(raw: Raw, settings: Settings, *, apart: bool) -> Cleaned:
    """One raw input as an article, and what could not be found in it; None where it holds none.

    Args:
        raw: One input as read.
        settings: ``aside_characters`` is how long an input is cleaned here, unless ``apart``.
        apart: Whether it is cleaned in a process of its own however short it is.
    """
    if apart or len(raw.text) > settings.aside_characters:
        seconds = settings.worker_seconds * (1 + len(raw.text) / _CHARACTERS)
        asked = msgspec.msgpack.encode((writable(raw), settings))
        try:
            told = aside(_WARM, int(settings.worker_bytes)).call(_ASKED, asked, seconds)
            found: Cleaned = msgspec.msgpack.decode(told, type=Cleaned)
            return found  # noqa: TRY300 - the decoding is what may fail
        except (DiedError, msgspec.DecodeError):
            return None, (Gap(code="G204", where=raw.name, detail="it is left out; the others are not touched by it"),)
        except NoProcessError:
            pass  # where no process can be begun, all is done here
    return _here(raw, settings)


def _here(raw: Raw, settings: Settings) -> Cleaned:
    from twosource.clean import clean  # noqa: PLC0415 - heavy imports on use, and none where all is done aside

    article, gaps = clean(raw, settings=settings)
    # The escapes of a page's metadata can bring in any character.
    return article and writable(article), gaps


def warm() -> None:
    """Load whatever cleaning needs, by cleaning a page whose language and day are looked up."""
    words = "Le bateau est arrivé lundi au port, a dit la capitainerie. " * 20
    _here(Raw(name="", kind="html", text=_PAGE.format(words), sha256="", published="3 mars 2031"), Settings())


def answered(data: bytes) -> bytes:
    """What the process aside answers for a raw input and settings."""
    raw, settings = msgspec.msgpack.decode(data, type=tuple[Raw, Settings])
    return msgspec.msgpack.encode(_here(raw, settings))
