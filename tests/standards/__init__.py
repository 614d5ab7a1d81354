"""Tests of the ground floor: identity numbers, codes, dates, names and working days."""
