"""The Retrain panel: data, network, recipe, Train; and what happens then."""
