"""What leaves the program: one neutral report, and pure writers for it."""
