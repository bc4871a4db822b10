"""The picture of two circles, with the blend in words."""
