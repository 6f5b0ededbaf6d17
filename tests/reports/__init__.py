"""Reports come in whole, whatever form they come in."""
