"""Mail, and pages saved in its form (MHTML).

Source: RFC 5322, RFC 2557, RFC 4155.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any, Final

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
_SAVED: Final = ("Snapshot-Content-Location", "Content-Location")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says.

    Attributes:
        text, html: Its words, as markup where it has them so.
        subject: Without what programs put before it; None where it has none.
        sent: As stated, ISO 8601.
        outlet: The sender's domain, where he sends to many.
        saved: Whether it is no mail, but a page that a browser saved in this form.
        address: Where that page came from.
        attached: Name and bytes of each document that is attached. Pictures are not.
    """

    text: str
    html: bool
    subject: str | None
    sent: str | None
    outlet: str | None
    saved: bool
    address: str | None
    attached: tuple[tuple[str, bytes], ...]


def letters_in(data: bytes) -> Iterator[bytes]:
    """The mails of a mailbox, in its order."""
    starts = [*_FROM.finditer(data)]
    for found, after in zip(starts, [*starts[1:], None], strict=True):
        end = after.start() if after else len(data)
        yield _QUOTED_FROM.sub(rb"\1", data[found.end() : end])


def parts_of(data: bytes) -> Letter:
    """A mail's words, and what is attached to it. Whatever is broken in it is read as far as it goes."""
    message = message_from_bytes(data, policy=policy.default.clone(raise_on_defect=False, utf8=True))
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    body = _body(message)
    html = body is not None and body.get_content_type() == "text/html"
    address = next((one for one in (_header(message, name) for name in _SAVED) if one and one.startswith("http")), None)
    if body is not None and not address:
        at = _header(body, "Content-Location") or ""
        address = at if at.startswith("http") else None
    subject = _PASSED_ON.sub("", _header(message, "Subject") or "").strip()
    sender = parseaddr(_header(message, "From") or "")[1].rpartition("@")[2].lower()
    many = any(message.get(name) is not None for name in _TO_MANY)
    saved = address is not None and message.get_content_type() == "multipart/related"
    return Letter(
        text=_words(body),
        html=html,
        subject=subject or None,
        sent=None if saved else _day(_header(message, "Date")),
        outlet=sender.removeprefix("www.") or None if many and "." in sender else None,
        saved=saved,
        address=address,
        attached=tuple(_attached(message, body)),
    )


def _body(message: EmailMessage) -> EmailMessage | None:
    try:
        found = message.get_body(("html", "plain"))
    except (LookupError, ValueError, AttributeError):
        found = None
    return found if isinstance(found, EmailMessage) else None


def _words(part: EmailMessage | None) -> str:
    if part is None:
        return ""
    data = part.get_payload(decode=True)
    return decode(Found(name="", data=data, charset=part.get_content_charset()))[0] if isinstance(data, bytes) else ""


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return " ".join(str(message.get(name, "")).split()) or None
    except (LookupError, ValueError, AttributeError, IndexError):  # what broken headers raise in the standard library
        return None


def _day(stated: str | None) -> str | None:
    try:
        return parsedate_to_datetime(stated).isoformat(timespec="minutes") if stated else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _attached(message: EmailMessage, body: EmailMessage | None) -> Iterator[tuple[str, bytes]]:
    for part in message.walk():
        if part is body or part.get_content_maintype() in _SHOWN:
            continue
        if part.get_content_type() == "message/rfc822":
            inner: Any = part.get_payload()
            yield (
                part.get_filename() or "message.eml",
                inner[0].as_bytes() if isinstance(inner, list) and inner else b"",
            )
        elif not part.is_multipart() and part.get_content_disposition() == "attachment":
            payload = part.get_payload(decode=True)
            yield part.get_filename() or "attachment", payload if isinstance(payload, bytes) else b""
