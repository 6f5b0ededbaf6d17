"""Build the gazetteer file into the wheel, so that an installed marsad knows places without a network."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface[Any]):
    """Make ``places/gazetteer.sqlite`` before the package is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the file unless it is there and up to date."""
        del version, build_data
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from marsad.places.build import build  # noqa: PLC0415 - the source folder is on the path only now

        if build():
            self.app.display_info("gazetteer.sqlite made from GeoNames facts (CC BY 4.0)")
