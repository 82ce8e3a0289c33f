"""Lists of public buyers on their way into the register."""
