"""What ships with the workbench besides code: tables, catalogue, icons, styles, translations."""
