"""What campaigns show on pages of other apps."""
