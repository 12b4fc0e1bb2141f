"""One path from quotations and attributions to statements.

- speech, beside, echoes, unfit: quotations that have no words of attribution of their own
- assertions: what the outlet itself says
- find: all of them together
"""

from twosource.extract.statements.find import find_statements

__all__ = ["find_statements"]
