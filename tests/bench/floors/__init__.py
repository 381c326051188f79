"""The programs to compare with: the least that is possible, or what one would write first."""
