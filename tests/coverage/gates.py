#!/usr/bin/env python3
"""How much of the core its tests run, as a table, and how much of it they must run.

Usage: gates.py SUMMARY     SUMMARY: what gcovr --json-summary writes

Exits with 1 when a part runs less than its gate, or when no file is left of a part.
"""

import fnmatch
import json
import sys

# part -> its files, and the least percentage of lines and of branches: all lines of what decides about money.
PARTS = {
    "core": (["app/*"], 85, 75),
    "states": (["app/payouts/lifecycle.*", "app/domain/transition*"], 100, 90),
    "gate": (["app/payouts/gate.*"], 100, 90),
    "sender": (["app/payouts/sender.*", "app/payouts/sendoutcome.*"], 100, 90),
    "journal": (["app/storage/filesendjournal.*"], 100, 90),
    "inbox": (["app/payouts/inbox.*"], 100, 90),
    "slice": (
        ["app/bank131/jsonscanner.*", "app/bank131/jsonvalue.*", "app/bank131/bodywriter.*",
         "app/bank131/confirminformationreader.*", "app/bank131/bank131protocol.*"], 100, 90),
}


def ran(files, patterns):
    """(lines run, lines, branches run, branches) of the files that fit; None where none fits."""
    chosen = [each for each in files if any(fnmatch.fnmatch(each["filename"], one) for one in patterns)]
    if not chosen:
        return None
    return tuple(sum(each[key] for each in chosen)
                 for key in ("line_covered", "line_total", "branch_covered", "branch_total"))


def percent(part, whole):
    return 100 * part / whole if whole else 100.0


def judge(files, parts=None):
    """The table's lines, and what is below its gate."""
    rows = [f"{'part':8} {'lines':>22} {'branches':>24}"]
    below = []
    for name, (patterns, least_lines, least_branches) in (parts or PARTS).items():
        counts = ran(files, patterns)
        if counts is None:
            below.append(f"{name}: no file is left of it")
            continue
        cells = []
        for what, (some, every, least) in (("lines", (*counts[:2], least_lines)),
                                           ("branches", (*counts[2:], least_branches))):
            cells.append(f"{percent(some, every):6.2f} % {some:6}/{every}")
            if percent(some, every) < least:
                below.append(f"{name}: {percent(some, every):.2f} % of its {what}, and {least} % are asked for")
        rows.append(f"{name:8} {cells[0]:>22} {cells[1]:>24}")
    return rows, below


def main():
    with open(sys.argv[1], encoding="utf-8") as summary:
        rows, below = judge(json.load(summary)["files"])
    print("\n".join(rows))
    for line in below:
        print("BELOW THE GATE", line)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
