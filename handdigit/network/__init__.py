"""Networks as values: layers, blocks, sizes, notation, the zoo. No torch."""
