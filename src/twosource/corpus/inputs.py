"""What there is to read: files, folders and patterns, here or in a store of objects, put up as jobs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from twosource.errors import CorpusError

_FAR: Final = ("s3://", "gs://", "abfs://", "hdfs://", "az://")
_PATTERN: Final = frozenset("*?[")
# A file is gone through by one job a so many bytes, and small files share a job.
_STRIPE_BYTES: Final = 64 * 1024 * 1024
_MOST_STRIPES: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What is read in one go: one file, or several small ones.

    Attributes:
        names: Paths or addresses, sorted.
        size: Bytes of all of them.
        stripes: How many jobs go through it, each cleaning other articles.
    """

    names: tuple[str, ...]
    size: int
    stripes: int = 1


def listed(inputs: Sequence[str], most_files: int) -> tuple[Bundle, ...]:
    """All that the inputs stand for, sorted by name, so that the same inputs make the same jobs.

    Args:
        inputs: Files, folders (hidden files are left out), patterns; ``s3://bucket/key`` and the like.
        most_files: Files in a bundle at most.

    Raises:
        CorpusError: If an input stands for no file.
    """
    files = {name: size for one in inputs for name, size in (_far(one) if is_far(one) else _near(one))}
    bundles: list[Bundle] = []
    open_: list[str] = []
    size = 0
    for name in sorted(files):
        if open_ and (len(open_) >= most_files or size + files[name] > _STRIPE_BYTES):
            bundles.append(_bundle(open_, size))
            open_, size = [], 0
        open_.append(name)
        size += files[name]
    return (*bundles, _bundle(open_, size)) if open_ else tuple(bundles)


def is_far(name: str) -> bool:
    """Whether a name is an address in a store of objects."""
    return name.startswith(_FAR)


@contextmanager
def at_hand(name: str) -> Iterator[Path]:
    """A file's place on this machine; what is far is fetched, and thrown away afterwards.

    Raises:
        OSError: If it cannot be fetched.
    """
    if not is_far(name):
        yield Path(name)
        return
    system, path = _system(name)
    with TemporaryDirectory(prefix="twosource-") as folder:
        place = Path(folder) / Path(path).name
        with system.open_input_stream(path, compression=None) as far, place.open("wb") as near:
            while data := far.read(1 << 20):
                near.write(data)
        yield place


def digest_of(place: Path) -> str:
    """SHA-256 of a file; empty where it cannot be read."""
    try:
        with place.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _bundle(names: list[str], size: int) -> Bundle:
    # What is far is fetched once a stripe.
    several = len(names) == 1 and not is_far(names[0])
    stripes = min(_MOST_STRIPES, 1 + size // _STRIPE_BYTES) if several else 1
    return Bundle(names=tuple(names), size=size, stripes=stripes)


def _near(name: str) -> Iterator[tuple[str, int]]:
    path = Path(name)
    if path.is_dir():
        found = [one for one in path.rglob("*") if not _hidden(one.relative_to(path))]
    elif path.exists():
        found = [path]
    elif _PATTERN.intersection(name):
        found = [Path(one) for one in _matching(name)]
    else:
        found = []
    files = sorted(one for one in found if one.is_file())
    if not files:
        raise CorpusError(name, "there is no such file, or no file in it")
    for file in files:
        yield str(file), file.stat().st_size


def _matching(pattern: str) -> list[str]:
    from glob import glob  # noqa: PLC0415 - beside its use

    return glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _far(name: str) -> Iterator[tuple[str, int]]:
    from fnmatch import fnmatchcase  # noqa: PLC0415 - beside its use

    from pyarrow import fs  # noqa: PLC0415 - an extra, and heavy

    scheme = name.split("://", 1)[0]
    fixed = name.split("*", 1)[0] if "*" in name else name
    try:
        system, path = _system(fixed if "*" not in name else fixed.rpartition("/")[0])
        whole = system.get_file_info(path)
        found = (
            system.get_file_info(fs.FileSelector(path, recursive=True))
            if whole.type == fs.FileType.Directory
            else [whole]
        )
    except (OSError, ValueError) as error:
        raise CorpusError(name, str(error).splitlines()[0]) from error
    wanted = name.split("://", 1)[1] if "*" in name else None
    files = [one for one in found if one.type == fs.FileType.File and (not wanted or fnmatchcase(one.path, wanted))]
    if not files:
        raise CorpusError(name, "there is no such file, or no file in it")
    for file in files:
        yield f"{scheme}://{file.path}", file.size or 0


def _system(name: str) -> tuple[Any, str]:
    from pyarrow import fs  # noqa: PLC0415 - an extra, and heavy

    system, path = fs.FileSystem.from_uri(name)
    return system, str(path)
