"""What goes wrong with disks, files, clocks and endings: nothing is lost, and what is said of it is true."""
