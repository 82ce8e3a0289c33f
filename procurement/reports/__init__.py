"""Reports about buying: what stands behind contracts, and who depends on whom."""
