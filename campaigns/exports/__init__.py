"""Files that campaigns give out."""
