"""Tests of an installed marsad."""
