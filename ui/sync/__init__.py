"""The screens of sync: how it stands, what waits to be settled, the server and its desks."""
