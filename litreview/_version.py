"""The version, for whoever says it: the package, the command line, and requests to a service."""

__version__ = "0.1.0"
