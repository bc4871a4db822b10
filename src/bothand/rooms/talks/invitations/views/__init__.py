"""Views of invitations."""
