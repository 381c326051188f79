"""Starts the program as a current pip's command does, and as the programs to compare with are started.

The command that a pip before 25 writes loads `re` first: 3 ms that tell something about the installer.
"""

from onlinesafe_tui.__main__ import main

if __name__ == "__main__":
    main()
