"""How fast marsad reads, merges and publishes, on the machine it runs on."""
