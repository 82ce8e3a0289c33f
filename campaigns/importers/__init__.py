"""Lists of the campaigns that are read from files."""
