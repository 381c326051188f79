"""Tests of the words of the interface."""
