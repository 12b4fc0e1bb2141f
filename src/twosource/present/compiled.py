"""Templates that are compiled ahead: ``python -m twosource.present.compiled``, or ``make words``, after a template was changed.

Jinja makes Python of a template, which costs more than filling it in. What it makes is kept beside the templates, with an id
of all they say and of Jinja's version: where either is another one now, it counts for nothing, and the sources are compiled.
"""

from collections.abc import Iterator, MutableMapping
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final
from zlib import compress, decompress

import msgspec
from jinja2 import BaseLoader, Template, TemplateNotFound

if TYPE_CHECKING:
    from jinja2 import Environment

ROOMS: Final = ("twosource.present.page", "twosource.present.pictures")
KEPT: Final = "compiled.msgpack"
_KINDS: Final = (".html", ".svg")


class Compiled(msgspec.Struct, frozen=True):
    """What Jinja made of templates, by their names, and of what."""

    made_of: str
    code: dict[str, str]


class CompiledLoader(BaseLoader):
    """Loads templates that are compiled already; none where what is kept is not of these templates."""

    def __init__(self) -> None:
        """Look whether what is kept is of now."""
        kept = _kept()
        self._code: Final = kept.code if kept and kept.made_of == made_of() else {}

    def load(
        self,
        environment: "Environment",
        name: str,
        globals: "MutableMapping[str, Any] | None" = None,  # noqa: A002 - the loader's shape
    ) -> Template:
        """A template from its code.

        Raises:
            TemplateNotFound: If it is not kept: the next loader is asked.
        """
        if name not in self._code:
            raise TemplateNotFound(name)
        return environment.template_class.from_code(
            environment, compile(self._code[name], name, "exec"), globals or environment.make_globals(None), None
        )


def sources() -> Iterator[tuple[str, str]]:
    """The templates of the page and of pictures by name, in order; of two with one name the first counts."""
    for room in ROOMS:
        folder = files(room) / "templates"
        for one in sorted(folder.iterdir(), key=lambda file: file.name):
            if one.name.endswith(_KINDS):
                yield one.name, one.read_text(encoding="utf-8")


def made_of() -> str:
    """An id of all that the templates say, and of who compiles them."""
    hashed = blake2b(version("jinja2").encode(), digest_size=16)
    for name, text in sources():
        hashed.update(f"{name}\0{text}\0".encode())
    return hashed.hexdigest()


def compiled(environment: "Environment") -> bytes:
    """What is kept: the code of all templates, made by an environment that loads from the sources."""
    code = {name: environment.compile(text, name, name, raw=True) for name, text in reversed([*sources()])}
    return compress(msgspec.msgpack.encode(Compiled(made_of(), dict(sorted(code.items())))), 9)


def _kept() -> Compiled | None:
    try:
        held = (files("twosource.present") / KEPT).read_bytes()
        return msgspec.msgpack.decode(decompress(held), type=Compiled)
    except (OSError, ValueError):
        return None


if __name__ == "__main__":
    from pathlib import Path

    from twosource.present.writing import environment

    Path(__file__).with_name(KEPT).write_bytes(compiled(environment()))
