"""Tests of what keeps what a person writes."""
