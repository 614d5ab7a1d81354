"""The server as it is called: routes, what every request passes through, and the document that says so."""
