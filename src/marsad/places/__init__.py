"""Where: names of places in a text, and the places of a gazetteer they may mean."""

from marsad.places.place import Entry, Level, Place

__all__ = ["Entry", "Level", "Place"]
