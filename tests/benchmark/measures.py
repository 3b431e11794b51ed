"""The measurements, each a whole fresh process."""

from __future__ import annotations

import importlib.util
import json
import statistics
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from checker.draft import Language
from checker.rules.loading import common_lexicon
from copies import Original, copy_rulesets
from measuring import Taken, environment, measured
from phrases import literal_phrases
from plan import LARGE, Plan
from rivals import RIVALS

_HERE = Path(__file__).resolve().parent
ONE = (1, True)
"""The rules as they are: once."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking one text took; ``size`` are its bytes."""

    size: int
    findings: int
    taken: Taken


@dataclass(frozen=True, slots=True)
class Searched:
    """What other programs took by name, with notes; and the phrases and strings they were given."""

    seconds: Mapping[str, float]
    notes: tuple[str, ...]
    phrases: int
    strings: int


def measure_sizes(plan: Plan, language: Language) -> list[Checked]:
    """The checker on every size."""
    texts = {size: plan.text(language, size) for size in plan.sizes}
    commands = {size: plan.check(text, text.stem) for size, text in texts.items()}
    taken = measured(commands, plan.runs, plan.cache(language), once=LARGE)
    return [
        Checked(text.stat().st_size, _findings(plan, text.stem), taken[size]) for size, text in texts.items()
    ]


def _findings(plan: Plan, out: str) -> int:
    document = json.loads((plan.scratch / "out" / out / "findings.json").read_text(encoding="utf-8"))
    return sum(len(draft["findings"]) for draft in document["drafts"])


def write_copies(plan: Plan) -> dict[tuple[int, bool], tuple[Path, ...]]:
    """The rulesets so many times over: by how many, and whether the copies have other words."""
    original = Original(plan.rulesets, common_lexicon())
    found: dict[tuple[int, bool], tuple[Path, ...]] = {ONE: plan.rulesets}
    for other_words in (True, False):
        folders = plan.rulesets
        for done, times in pairwise((1, *plan.copies)):
            for number in range(done + 1, times + 1):
                home = plan.scratch / ("other" if other_words else "same") / str(number)
                folders += tuple(copy_rulesets(original, home, number, other_words=other_words))
            found[times, other_words] = folders
    return found


def measure_copies(
    plan: Plan, language: Language, rulesets: Mapping[tuple[int, bool], tuple[Path, ...]]
) -> dict[tuple[int, tuple[int, bool]], Taken]:
    """The checker with so many times as many rules, by size of the text.

    Each set of rules has a cache of its own: the checker keeps only the newest few files in one.
    """
    kinds = {(size, kind): kind for size in plan.copied for kind in rulesets}
    most = (max(plan.copies), True)
    once = {(size, kind): kind for size in plan.copied_once for kind in (ONE, most)}
    kinds |= once
    commands = {
        key: plan.check(plan.text(language, key[0]), "copies", rulesets[kind]) for key, kind in kinds.items()
    }
    caches = {key: plan.cache(language) / f"{kind[0]}-{kind[1]}" for key, kind in kinds.items()}
    return measured(commands, plan.runs, caches, once=once)


def measure_rivals(plan: Plan, language: Language) -> Searched:
    """Other programs on the text of middle size, all phrases given as strings."""
    count, strings = literal_phrases(plan.rulesets, language)
    given = plan.scratch / f"phrases-{language}.json"
    given.write_text(json.dumps([language, strings]), encoding="utf-8")
    installed = [name for name, rival in RIVALS.items() if importlib.util.find_spec(rival.module)]
    results = {name: plan.scratch / f"{name}-{language}.json" for name in installed}
    text = str(plan.text(language, plan.middle))
    program = [sys.executable, str(_HERE / "rivals.py")]
    commands = {name: [*program, name, str(given), text, str(results[name])] for name in installed}
    seconds, notes = {}, []
    for name, taken in measured(commands, plan.runs, plan.cache(language)).items():
        found = json.loads(results[name].read_text(encoding="utf-8"))
        seconds[name] = taken.wall + found["seconds"] * (1 / found["share"] - 1)
        notes += [f"{language}, {RIVALS[name].title}: {found['note']}"] if found["note"] else []
    return Searched(seconds, tuple(notes), count, len(strings))


def measure_stages(plan: Plan, language: Language) -> dict[str, float]:
    """The median seconds of each stage on the text of middle size, after a run that warms up."""
    result = plan.scratch / f"stages-{language}.json"
    command = [sys.executable, str(_HERE / "stages.py"), str(plan.text(language, plan.middle)), str(result)]
    command += map(str, plan.rulesets)
    each = []
    for _ in range(plan.runs + 1):
        subprocess.run(command, env=environment(plan.cache(language)), check=True)
        each.append(json.loads(result.read_text(encoding="utf-8")))
    empty = measured({"": [sys.executable, "-c", "pass"]}, plan.runs, plan.cache(language))[""]
    stages = {name: statistics.median(one[name] for one in each[1:] or each) for name in each[-1]}
    return {"Python itself": empty.wall, **stages}
