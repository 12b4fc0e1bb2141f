"""What findings were made by: kept with each article, so that a library can say which are of an earlier twosource."""

from twosource import __version__
from twosource.model import content_id
from twosource.pipeline import Options


def made_by(options: Options) -> str:
    """This version of twosource, and an id of the settings; where both are the same, so would the findings be."""
    return f"{__version__} {content_id('g', options.settings)}"
