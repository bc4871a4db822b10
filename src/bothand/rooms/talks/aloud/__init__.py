"""Conversations that are held aloud, the phone on the table: nothing of them is kept."""
