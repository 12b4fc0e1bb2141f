"""What an assistant may ask: a server of the Model Context Protocol over files, folders and libraries it was pointed at.

Every answer holds exact words with their places, names before counts, and no verdict.
"""

from twosource.assistant.desk import Desk
from twosource.assistant.server import server_over

__all__ = ["Desk", "server_over"]
