"""What is set aside to talk about: topics, the words found for them, and when they came up again."""
