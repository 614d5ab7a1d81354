"""The fields of a form: one for each way a question is asked."""
