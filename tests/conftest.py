"""How the tests run: property tests judge what is right, never how fast the machine is.

Where CI is set the examples are the same each time, so that a change is judged by what it changed; a person's own run
goes on looking for new ones.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "marsad",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("marsad")
