"""The same journey as prompts, for screen readers and plain terminals."""
