"""The trained models that ship with the program, and the code that runs them."""
