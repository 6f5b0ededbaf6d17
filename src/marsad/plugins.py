"""Parts by name: ``--reader rules`` becomes an object through the entry points of installed packages.

Only the command line looks parts up by name; everything else is handed the object.
"""

from importlib.metadata import entry_points
from typing import Any

from marsad.errors import MarsadError, NotFoundError

EXTRACTORS = "marsad.extractors"


def readers() -> tuple[str, ...]:
    """Return the names of the readers that are installed."""
    return tuple(sorted({point.name for point in entry_points(group=EXTRACTORS)}))


def extractor(name: str) -> Any:  # noqa: ANN401 - what a plug-in offers is checked where it is used
    """Return the maker of the reader of that name; NotFoundError lists the names there are."""
    for point in entry_points(group=EXTRACTORS, name=name):
        try:
            return point.load()
        except (ImportError, AttributeError) as error:
            message = f"the reader {name!r} ({point.value}) cannot be loaded: {error}; install its package again"
            raise MarsadError(message) from error
    known = ", ".join(readers()) or "none: install marsad again"
    raise NotFoundError(f"there is no reader called {name!r}; the readers here are: {known}")
