"""Of which language the model was learned; another is read by rules alone."""

from typing import Final

LEARNED_OF: Final = "en"
