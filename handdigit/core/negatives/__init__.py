"""Drawings that are no digits: what a network that says so is fitted and measured on."""
