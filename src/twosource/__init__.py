"""What is said, on whose word, and how many independent origins stand behind it.

    import twosource

    story = twosource.compare(["a.html", "b.txt", "https://example.org/news"])
    print(story.to_json())

Nothing heavy is imported here: the public names are looked up when they are first used.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.model import Article, Gap, Story
    from twosource.pipeline import compare, read

__all__ = ["Article", "Gap", "Story", "__version__", "compare", "read"]

__version__ = "0.1.0"

_HOMES = {"Article": "model", "Gap": "model", "Story": "model", "compare": "pipeline", "read": "pipeline"}


def __getattr__(name: str) -> object:
    """Import a public name at its first use."""
    from importlib import import_module  # noqa: PLC0415 - this function is the lazy import

    if name not in _HOMES:
        message = f"module 'twosource' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"twosource.{_HOMES[name]}"), name)
