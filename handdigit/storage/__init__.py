"""Everything on the disk: files, folders, databases."""
