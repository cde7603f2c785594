"""Files to documents, one kind a module."""
