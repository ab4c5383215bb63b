"""The Lab panel: convolution and pooling by hand, every sum written out."""
