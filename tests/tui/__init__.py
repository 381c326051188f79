"""The full screen, with real keys: what a person presses, and what then stands on the screen and on the disk."""
