"""Intake (受理): from the greeting at the counter to the decision in hand and its rating."""
