"""What is said, on whose word, and how many independent origins stand behind it.

    import twosource

    story = twosource.compare(["a.html", "b.txt", "https://example.org/news"])
    story.to_frame("figures")          # also compare(text=[…]), of mappings, of a data frame
    story.save("story.xlsx")           # or .html, .json, .csv, .md, …

Nothing heavy is imported here: the public names are looked up when they are first used.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.model import Article, Gap, Story
    from twosource.pipeline import Options, compare, read, split
    from twosource.settings import Settings

__all__ = ["Article", "Gap", "Options", "Settings", "Story", "__version__", "compare", "read", "split"]

__version__ = "0.1.0"

_HOMES = {
    "Article": "model",
    "Gap": "model",
    "Options": "pipeline",
    "Settings": "settings",
    "Story": "model",
    "compare": "pipeline",
    "read": "pipeline",
    "split": "pipeline",
}


class _Package(ModuleType):
    """Two public functions, ``compare`` and ``read``, have the names of the rooms that do their work.

    Python binds a room to its package when it is first imported, which would put the module in the function's
    place. The rooms are reached by ``from twosource.compare import …``, so that binding is left out.
    """

    def __setattr__(self, name: str, value: object) -> None:
        """Bind anything but a room that a public function shares its name with."""
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __dir__() -> list[str]:
    """The public names, also those that nobody has used yet."""
    return sorted(__all__)


def __getattr__(name: str) -> object:
    """Import a public name at its first use."""
    from importlib import import_module  # noqa: PLC0415 - this function is the lazy import

    if name not in _HOMES:
        message = f"module 'twosource' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"twosource.{_HOMES[name]}"), name)
