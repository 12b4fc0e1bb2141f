"""What findings were made by: kept with each article, so that a library can say which are of an earlier twosource."""

from twosource import __version__
from twosource.model import FORMAT, content_id
from twosource.pipeline import Options


def made_by(options: Options) -> str:
    """This version of twosource, and an id of the settings; where both are the same, so would the findings be."""
    return f"{__version__} {content_id('g', options.settings)}"


def ingredients(members: tuple[str, ...], options: Options, agencies: dict[str, tuple[str, ...]]) -> str:
    """What a story is made of, as an id: where this is the same, so is the story."""
    tables = (sorted((options.aliases or {}).items()), sorted((options.publishers or {}).items()))
    return content_id("k", __version__, FORMAT, *members, agencies, options.settings, tables, options.edits)
