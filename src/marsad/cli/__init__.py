"""The command line: what a person types, and what comes back."""

from marsad.cli.app import main

__all__ = ["main"]
