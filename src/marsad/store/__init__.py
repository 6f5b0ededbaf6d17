"""Stages a report record into an on-disk store."""
