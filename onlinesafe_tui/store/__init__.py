"""What keeps what a person writes: in memory, or sealed in a folder. The only door to TinyDB and age."""
