"""Mail, and pages saved in its form (MHTML).

Source: RFC 5322, RFC 2557, RFC 4155.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial
from typing import Any, Final, TypeVar

from twosource.read.decode import decode
from twosource.read.found import Found

_FROM: Final = re.compile(rb"(?m)^From [^\r\n]{3,300}\r?\n(?=[A-Za-z][A-Za-z0-9-]{1,40}:)")
_QUOTED_FROM: Final = re.compile(rb"(?m)^>(>*From )")
# Before a subject that is passed on or answered, in many languages' programs.
_PASSED_ON: Final = re.compile(
    r"^(?:(?:re|fwd?|aw|wg|tr|rv|enc|i|sv|vs|vb|odp|pd|doorst|antw|ynt|ilt)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE
)
# A sender with one of these sends to a list: what he sends is published under his domain.
_TO_MANY: Final = ("List-Id", "List-Unsubscribe", "List-Post")
_SHOWN: Final = frozenset({"image", "audio", "video", "font"})
Asked = TypeVar("Asked")
_POLICY: Final = policy.default.clone(raise_on_defect=False, utf8=True)
_SAVED: Final = ("Snapshot-Content-Location", "Content-Location")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says.

    Attributes:
        text, html: Its words, as markup where it has them so.
        subject: Without what programs put before it; None where it has none.
        sent: As stated, ISO 8601.
        sender: The sender's domain; None where there is none.
        outlet: The same, where he sends to many.
        saved: Whether it is no mail, but a page that a browser saved in this form.
        address: Where that page came from.
        attached: Name and bytes of each document that is attached. Pictures are not.
    """

    text: str
    html: bool
    subject: str | None
    sent: str | None
    sender: str | None
    outlet: str | None
    saved: bool
    address: str | None
    attached: tuple[tuple[str, bytes], ...]


def letters_in(data: bytes) -> Iterator[bytes]:
    """The mails of a mailbox, in its order; one whose first line is damaged is one mail."""
    starts = [*_FROM.finditer(data)]
    ends = [found.start() for found in starts[1:]] + [len(data)]
    for found, end in zip(starts, ends, strict=False):
        yield _QUOTED_FROM.sub(rb"\1", data[found.end() : end])
    if not starts:
        yield data.partition(b"\n")[2]


def parts_of(data: bytes) -> Letter:
    """A mail's words, and what is attached to it. Whatever is broken in it is read as far as it goes."""
    whole = _tried(lambda: message_from_bytes(data, policy=_POLICY), None)
    message = whole if isinstance(whole, EmailMessage) else EmailMessage()
    body = _body(message)
    address = _address(message, body)
    subject = _PASSED_ON.sub("", _header(message, "Subject") or "").strip()
    sender = _sender(message)
    many = any(map(partial(_header, message), _TO_MANY))
    saved = address is not None and _type(message) == "multipart/related"
    return Letter(
        text=_words(body),
        html=body is not None and _type(body) == "text/html",
        subject=subject or None,
        sent=None if saved else _day(_header(message, "Date")),
        sender=sender,
        outlet=sender if many else None,
        saved=saved,
        address=address,
        attached=tuple(_attached(message, body)),
    )


def _address(message: EmailMessage, body: EmailMessage | None) -> str | None:
    """Where a page that was saved as mail came from: what stands over the whole goes before what stands over the page."""
    stated = [*map(partial(_header, message), _SAVED), None if body is None else _header(body, _SAVED[-1])]
    return next((one for one in stated if one and one.startswith("http")), None)


def _sender(message: EmailMessage) -> str | None:
    """The domain of who sent it."""
    domain = parseaddr(_header(message, "From") or "")[1].rpartition("@")[2].lower()
    return domain.removeprefix("www.") if "." in domain else None


def _tried(asked: Callable[[], Asked], otherwise: Asked) -> Asked:
    """What a mail says, or what to take where it is so broken that the standard library stumbles over it."""
    try:
        return asked()
    except (ArithmeticError, AssertionError, AttributeError, LookupError, MessageError, RecursionError, TypeError, ValueError):  # fmt: skip
        return otherwise


def _body(message: EmailMessage) -> EmailMessage | None:
    found = _tried(lambda: message.get_body(("html", "plain")), None)
    return found if isinstance(found, EmailMessage) else None


def _type(part: EmailMessage) -> str:
    return _tried(part.get_content_type, "")


def _words(part: EmailMessage | None) -> str:
    if part is None:
        return ""
    data = _bytes(part)
    return decode(Found(name="", data=data, charset=_tried(part.get_content_charset, None)))[0]


def _bytes(part: EmailMessage) -> bytes:
    data: object = _tried(lambda: part.get_payload(decode=True), None)
    return data if isinstance(data, bytes) else b""


def _header(message: EmailMessage, name: str) -> str | None:
    return _tried(lambda: " ".join(str(message.get(name, "")).split()), "") or None


def _day(stated: str | None) -> str | None:
    return _tried(lambda: parsedate_to_datetime(stated).isoformat(timespec="minutes") if stated else None, None)


def _attached(message: EmailMessage, body: EmailMessage | None) -> Iterator[tuple[str, bytes]]:
    parts: list[Any] = _tried(lambda: list(message.walk()), list[Any]())
    for part in parts:
        kind = _type(part)
        if part is body or kind.partition("/")[0] in _SHOWN:
            continue
        name = _tried(part.get_filename, None)
        if kind == "message/rfc822":
            inner: Any = part.get_payload()
            whole = inner[0] if isinstance(inner, list) and inner else None
            yield name or "message.eml", b"" if whole is None else _tried(whole.as_bytes, b"")
        elif not part.is_multipart() and _tried(part.get_content_disposition, None) == "attachment":
            yield name or "attachment", _bytes(part)
