"""Reports as they came in, and the many forms they come in."""

from marsad.reports.report import Report

__all__ = ["Report"]
