"""Questions to a network that need its gradients."""
