"""Composes the rooms below for one signed-in person: the one door that screens and commands use."""
