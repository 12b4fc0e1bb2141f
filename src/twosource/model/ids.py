"""Ids that are hashes of content: a re-run, and a worker on another machine, agree on them."""

from hashlib import blake2b


def content_id(prefix: str, *parts: object) -> str:
    """An id from what a thing is made of.

    Args:
        prefix: One letter that names the kind: ``a`` article, ``s`` source, ``t`` statement, ``f`` figure,
            ``m`` moment, ``p`` passage, ``o`` origin, ``q`` point, ``c`` conflict.
        parts: What makes the thing itself. Their ``str`` forms are hashed in this order.

    Returns:
        The prefix and twelve hexadecimal digits.

    Example:
        >>> content_id("a", "text") == content_id("a", "text")
        True
    """
    digest = blake2b(digest_size=6)
    for part in parts:
        digest.update(str(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return prefix + digest.hexdigest()
