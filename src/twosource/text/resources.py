"""Word lists and tables, which are data: ``resources/<language>/<name>.yml``."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str, language: str = "en") -> Any:  # noqa: ANN401 - each list has its own form, which its reader checks
    """The list called ``name``, read once. It is shared: do not change it.

    Raises:
        FileNotFoundError: If the package has no such list.
    """
    place = files("twosource.text") / "resources" / language / f"{name}.yml"
    return yaml.load(place.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
