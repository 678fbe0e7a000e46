"""What readers of exported data share: the account of every value, days and times, long texts."""
