"""What two people hold together: how they pair, what they share and reveal, and how one leaves."""
