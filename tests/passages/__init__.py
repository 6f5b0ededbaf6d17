"""Reports are cut into sentences without losing a letter."""
