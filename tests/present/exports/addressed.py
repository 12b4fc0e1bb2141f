"""The small invented story with web addresses, authors and an owner, as exports want them."""

from dataclasses import replace

from present.sample import sample
from twosource.model import Story


def addressed() -> Story:
    """The sample, its articles on pages of their own; the first by two people and with signs that TeX reads."""
    story = sample()
    first, second, third = story.articles
    return replace(
        story,
        articles=(
            replace(
                first,
                url="https://wire.example/a?b=1&c=2_3",
                byline=("Ines Cole", "Tor & Sons"),
                publisher="Harrow Media",
                updated="2031-05-13T06:00+02:00",
                headline=first.headline,
            ),
            replace(second, url="https://bell.example/six-missing"),
            third,
        ),
    )
