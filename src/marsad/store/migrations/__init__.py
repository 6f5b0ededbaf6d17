"""How a store made by an older marsad is brought up to date, one step a release; run by ``store.opening``."""
