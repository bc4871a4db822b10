"""What each feels about the tasks, and the divisions that come of it."""
