"""Batch import (批量导入): forms filled on paper and typed into Excel, checked by the same engine."""
