"""What partners report, who approves it, and when a period is closed."""
