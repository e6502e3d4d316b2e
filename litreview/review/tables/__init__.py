"""The tables of the review: each module makes one, with every cell filled."""
