"""How many stand behind it.

- publishers: who owns the outlets
- origins: which articles go back to one text
- standing: articles, outlets, origins and sources behind each point
- checks: the editor's to-check list
"""

from twosource.weigh.checks import find_checks
from twosource.weigh.origins import find_origins
from twosource.weigh.publishers import name_publishers
from twosource.weigh.standing import weigh_points

__all__ = ["find_checks", "find_origins", "name_publishers", "weigh_points"]
