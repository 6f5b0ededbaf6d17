"""How well marsad reads, measured on hand-coded reports."""
