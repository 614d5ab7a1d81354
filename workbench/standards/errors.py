"""The one root of every error a person may read."""


class WorkbenchError(Exception):
    """An expected failure; its message is one clear sentence for the person at the desk."""
