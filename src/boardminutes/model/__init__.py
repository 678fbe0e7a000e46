"""The domain: facts only, no words and no formats."""
