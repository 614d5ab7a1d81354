"""The intake page (受理): from greeting to receipt on one screen."""
