"""The catalogue as an Excel workbook that people edit: written, and read back with nothing lost."""
