"""The matters page (办件): the lists that answer a worker's questions, and one matter from first to last."""
