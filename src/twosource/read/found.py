"""Bytes that were read, before it is known what they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One input's bytes.

    Attributes:
        name: How messages call it.
        data: The bytes, as read.
        path, url: Where they came from.
        charset: What the server said they are encoded in; None if nobody said.
        type: Media type that the server said, without parameters; empty if nobody did.
        archive, position, read_at: As for ``Raw``.
    """

    name: str
    data: bytes
    path: str | None = None
    url: str | None = None
    charset: str | None = None
    type: str = ""
    archive: str | None = None
    position: int | None = None
    read_at: str | None = None

    @property
    def suffix(self) -> str:
        """What the path ends in, in lower case with its dot; empty for addresses and where there is none."""
        last = (self.path or "").replace("\\", "/").rpartition("/")[2]
        return "." + last.rpartition(".")[2].lower() if "." in last.lstrip(".") else ""
