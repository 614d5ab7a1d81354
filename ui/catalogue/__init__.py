"""The catalogue page: what a resident may ask for, what it needs, and keeping the list true."""
