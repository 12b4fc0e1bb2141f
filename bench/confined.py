"""What it costs to clean inputs in a process that may die: CPU of a whole run, as a ratio to the same run without one.

    python bench/confined.py PAGES... --runs 3

Each run is a process of its own, in turn, from files to story; the time of the processes that it began counts. Bar: 1.05
for sixty pages. Fewer than ``worker_articles`` small pages begin no other process, so nothing is spent on them.
"""

import argparse
import json
import subprocess
import sys
from statistics import median

RUN = """
import atexit, resource, sys
from twosource import cleaning
from twosource.aside import Aside, NoProcessError
from twosource.pipeline import Options, compare

class Nowhere(Aside):
    def call(self, *_):
        raise NoProcessError

if sys.argv[1] == "here":
    cleaning.aside = Nowhere
compare(sys.argv[2:], Options(apart=sys.argv[1] == "aside"))
atexit._run_exitfuncs()  # a process that has ended is counted
spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(sum(one.ru_utime + one.ru_stime for one in spent))
"""


def cpu_seconds(where: str, pages: list[str]) -> float:
    """CPU seconds of one run and of the processes it began."""
    command = [sys.executable, "-c", RUN, where, *pages]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])  # noqa: S603 - our own command


def main() -> None:
    """Time both in turn, print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    pairs = [(cpu_seconds("aside", options.pages), cpu_seconds("here", options.pages)) for _ in range(options.runs)]
    ratio = median(aside / here for aside, here in pairs)
    print(json.dumps({"bench": "confined", "pages": len(options.pages), "ratio": round(ratio, 3), "seconds": pairs}))


if __name__ == "__main__":
    main()
