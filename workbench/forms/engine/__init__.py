"""A form being filled: values, relevance, checks, repeats, and the submission at the end."""
