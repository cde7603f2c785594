"""Training of the shipped models: prepare the corpora, train, evaluate."""
