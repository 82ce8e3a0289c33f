"""Reports of campaigns: what partners and coordinators owe to funders and to each other."""
