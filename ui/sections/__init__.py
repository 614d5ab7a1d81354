"""Pages made of sections: a quiet list at the left, the chosen section beside it."""
