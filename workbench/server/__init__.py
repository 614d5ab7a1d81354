"""The central server: takes changes in, numbers them, and hands them to the other desks."""
