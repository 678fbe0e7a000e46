"""The form of our own data files: the model as plain data, and plain data as text."""
