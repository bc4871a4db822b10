"""What happens at each address of *growth*."""
