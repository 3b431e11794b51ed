"""The libraries that the product stands on, as they are installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, requires, version


def library_versions(package: str) -> list[str]:
    """Name and version of each library that the package needs, extras aside; none if it is not installed."""
    try:
        needed = sorted(line for line in requires(package) or () if "extra ==" not in line)
        names = [
            "".join(sign if sign.isalnum() or sign in "-_" else " " for sign in one).split()[0]
            for one in needed
        ]
        return [f"{name} {version(name)}" for name in names]
    except PackageNotFoundError:
        return []


def _name_of(requirement: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_" else " " for sign in requirement).split()[0]
