"""Why a judgement went wrong, as far as gold and record show it: the causes an engineer can act on."""
