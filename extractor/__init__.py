"""Structured extraction of MSC-vesicle findings from papers, without language models."""
