"""Reports: what a report says is a `Document`, the same for all of its formats; writers turn it into files."""
