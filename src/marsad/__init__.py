"""marsad."""
