"""Findings to files, one format a module."""
