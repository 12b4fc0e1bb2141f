"""The local web app: a folder of stories, or a library, looked at, added to and corrected in a browser.

- shelf, folder, kept: where stories come from
- jobs: work that takes long, in one thread behind the server
- guard, forms: who may ask for what
- views, templates: what is shown
"""

from twosource.web.app import application
from twosource.web.serving import serve
from twosource.web.shelf import Card, Hit, Made, Shelf

__all__ = ["Card", "Hit", "Made", "Shelf", "application", "serve"]
