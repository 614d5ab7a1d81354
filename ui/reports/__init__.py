"""The reports page: choose, look at it as it will be printed, then print or export it with a purpose."""
