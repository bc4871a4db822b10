"""Copies of somebody in *ours*."""
