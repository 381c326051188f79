"""The command line: what a person or a program types after `onlinesafe`."""
