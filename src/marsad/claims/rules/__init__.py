"""Reading by rules: no weights, the same words always give the same claims."""
