"""The forms of people and sign-in, one module for each room."""
