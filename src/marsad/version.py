"""The version of marsad, as records and the command line give it."""

VERSION = "0.1.0"
