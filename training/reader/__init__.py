"""Training of the reading model: one encoder, several heads. `python -m training.reader --help` tells how."""
