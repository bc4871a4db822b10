"""What happens at each address of *goals*."""
