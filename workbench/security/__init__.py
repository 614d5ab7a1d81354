"""Who may open the house and what they may see in it: keys, accounts, roles, unmasking and the vault."""
