"""The widgets every page is built from; import each from its own module, so that start-up stays light."""
