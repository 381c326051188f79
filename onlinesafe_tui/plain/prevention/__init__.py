"""Prompts for when nothing happened: prevention, agreements, team meetings, policy, and what is due."""
