"""Reads content: Markdown files become typed pages, and a checker says what is wrong with them."""
