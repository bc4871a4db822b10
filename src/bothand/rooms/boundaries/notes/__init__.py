"""How it went with a boundary: dated notes in *mine*, never shown."""
