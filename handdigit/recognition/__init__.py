"""Networks in torch, devices, the recogniser, the gate."""
