"""Write what is locked as a list of software (SBOM) in CycloneDX: name, version, package address and hashes of each.

python requirements/sbom.py requirements/run.txt [-o sbom.json]

Nothing is asked of anybody: the lock itself says what is installed. Source: CycloneDX 1.5, https://cyclonedx.org/docs/1.5/json/
"""

import argparse
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

PINNED = re.compile(
    r"^(?P<name>[A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)(?P<rest>(?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE
)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def components_of(lock: str) -> list[dict[str, Any]]:
    """Each pinned package once, by name and version.

    Raises:
        ValueError: If one has no hash.
    """
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for pinned in PINNED.finditer(lock):
        name, version = re.sub(r"[-_.]+", "-", pinned["name"]).lower(), pinned["version"]
        hashes = HASH.findall(pinned["rest"])
        if not hashes:
            message = f"{name} {version} is locked without a hash"
            raise ValueError(message)
        found[name, version] = {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}@{version}",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
            # One is installed, which of them hangs on the machine.
            "hashes": [{"alg": "SHA-256", "content": one} for one in sorted(set(hashes))],
        }
    return [found[key] for key in sorted(found)]


def sbom_of(lock: str) -> dict[str, Any]:
    """The whole list. Equal locks give equal lists: no clock is looked at."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    subject = {"type": "application", "name": project["name"], "version": project["version"],
               "licenses": [{"license": {"id": project["license"]}}]}  # fmt: skip
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": {"component": subject},
            "components": components_of(lock)}  # fmt: skip


def main() -> None:
    """Read a lock, write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lock", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    text = json.dumps(sbom_of(given.lock.read_text(encoding="utf-8")), indent=1) + "\n"
    if given.output:
        given.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
