"""The Qt application of the Community Workbench: windows and pages, no SQL and no rules."""
