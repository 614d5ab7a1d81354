"""Any form on the screen, filled without a mouse."""
