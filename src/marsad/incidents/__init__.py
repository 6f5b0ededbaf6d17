"""Incidents: the claims of one report, then of many, gathered into what happened."""
