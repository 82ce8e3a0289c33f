"""How fast the pages answer at scale, beside the bare SQL of the same page in the same run."""
