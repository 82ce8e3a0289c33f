"""The demonstration: a fictional world of buyers, brands and factories, the same in every installation."""
