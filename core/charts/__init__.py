"""Charts that the server draws: one SVG for the page and for files, with a title, a description and its data."""
