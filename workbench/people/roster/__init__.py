"""Roster import (花名册导入): read the Excel and CSV files people really have, row by row, with reasons."""
