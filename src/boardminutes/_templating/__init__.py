"""Templates that a house writes itself: a sandbox with budgets, and what is said of faults before and after filling."""
