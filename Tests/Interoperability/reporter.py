"""Prints one line a check, and counts."""


class Reporter:
    """Collects the outcome of checks; at most a few differences of each are printed."""

    SHOWN = 5

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def check(self, name: str, differences: list[str] | bool) -> None:
        """Passes if there are no differences; a condition may be given instead."""
        if isinstance(differences, bool):
            differences = [] if differences else ["does not hold"]
        if not differences:
            self.passed += 1
            print(f"ok    {name}", flush=True)
            return
        self.failed += 1
        print(f"FAIL  {name}: {len(differences)} differences", flush=True)
        for difference in differences[: self.SHOWN]:
            print(f"        {difference}", flush=True)

    def equal(self, name: str, seen, expected) -> None:
        self.check(name, [] if seen == expected else [f"{seen!r} instead of {expected!r}"])

    def equal_maps(self, name: str, seen: dict, expected: dict) -> None:
        """Compares key by key; an empty map on both sides has shown nothing and fails."""
        differences = [
            f"{key}: {seen.get(key)!r} instead of {expected.get(key)!r}"
            for key in sorted(seen.keys() | expected.keys(), key=repr)
            if seen.get(key) != expected.get(key)
        ]
        if not seen and not expected:
            differences = ["nothing to compare"]
        self.check(f"{name} ({len(expected)})", differences)

    def finish(self) -> int:
        print(f"{self.passed} passed, {self.failed} failed")
        return 0 if self.failed == 0 else 1
