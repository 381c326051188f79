"""OnlineSafe: a guide for professionals who were just insulted, threatened or exposed online."""

__version__ = "0.1.0"
"""The version of the program, which the build reads from here."""
