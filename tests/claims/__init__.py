"""Promises of the rule reader: what a sentence of an invented report is read as, and what it is not."""
