"""Tests of everything; each folder mirrors a part of the package."""
