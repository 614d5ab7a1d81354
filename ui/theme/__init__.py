"""How the workbench looks: colours, type, icons and the style sheet made of them."""
