"""Promises about places."""
