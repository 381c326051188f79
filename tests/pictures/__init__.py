"""Tests of what pictures tell, and of clean copies."""
