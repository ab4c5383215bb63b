"""One module a subcommand; each is imported only when it is run."""
