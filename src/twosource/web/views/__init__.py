"""What the web app shows and takes, a module a kind of page."""
