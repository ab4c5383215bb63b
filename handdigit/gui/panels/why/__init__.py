"""The Why panel: which ink decided the answer, and what would change it."""
