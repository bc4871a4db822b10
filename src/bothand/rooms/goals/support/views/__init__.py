"""What happens at the addresses of support."""
