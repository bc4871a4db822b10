"""What comes of two answers: packages of options, and saying yes to one."""
