"""Promises of what marsad publishes."""
