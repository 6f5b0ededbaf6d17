"""Publishing: incidents as a page, as tables and in the terminal, every value with its words and its holders."""
