"""Promises of the actors stage."""
