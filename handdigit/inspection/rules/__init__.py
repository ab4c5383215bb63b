"""How every layer type computes, forwards and backwards: a rule each, by kind, and the table."""
