"""Forms filled by a script, and what every engine of the ecosystem should send for them."""
