"""Promises of the knowledge stage."""
