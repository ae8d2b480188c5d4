"""The pages of a case, one module for each thing a person comes to do."""
