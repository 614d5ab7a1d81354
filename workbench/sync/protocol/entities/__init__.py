"""The shape of every record that travels, by the room it belongs to."""
