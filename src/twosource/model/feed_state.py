"""What is remembered of a feed between two visits."""

from dataclasses import dataclass
from typing import Self

from twosource.model.wire import decode, encode

FORMAT = "twosource.feed/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """How a feed stood after the last visit. The default is one that was never visited.

    Attributes:
        format: Name and number of this form.
        address: As the user gave it, or as a list of feeds did.
        moved_to: Where the server says that it stands for good now; None where it says nothing.
        etag, modified: What the server called its last version; sent back, so that it need not answer in full.
        next_at: Not to be asked before, ISO 8601 in UTC; empty for at any time. Set by errors and by the server.
        failures: How many visits in a row went wrong.
        gone: The server said that it is gone for good; it is not asked again.
        feeds: Addresses of other feeds, where it is a list of them.
        tries: For each entry whose page could not be had, its identity and how often that was tried.
        missed: For each entry that its feed still has and of which no article came, its identity, where it stands and
            why; told on each visit, so that it is not lost with the first.
        seen: For each entry that was read, its identity and the hash of what the feed said of it, newest first.
    """

    format: str = FORMAT
    address: str
    moved_to: str | None = None
    etag: str | None = None
    modified: str | None = None
    next_at: str = ""
    failures: int = 0
    gone: bool = False
    feeds: tuple[str, ...] = ()
    tries: tuple[tuple[str, int], ...] = ()
    missed: tuple[tuple[str, str, str], ...] = ()
    seen: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> str:
        """The state as one line of JSON."""
        return encode(self)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The state that ``to_json`` wrote.

        Raises:
            FormatError: If it is something else.
        """
        return decode(text, cls, format_=FORMAT)
