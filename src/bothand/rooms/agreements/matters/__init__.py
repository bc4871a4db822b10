"""What an agreement is looked for about: its words, questions and options, and how it is now."""
