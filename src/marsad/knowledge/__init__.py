"""What marsad knows beforehand: actors, people, weapons, facilities, event kinds and countries, as reviewed data."""
