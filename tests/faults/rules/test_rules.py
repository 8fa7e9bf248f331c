#!/usr/bin/env python3
"""Switches off each law and guard and expects its tests to fail; with all rules on they pass.

Usage: test_rules.py --programs-in FOLDER --without-switch BINARY...    the test itself
       test_rules.py --write                                            writes the table into README.md
       test_rules.py --files | --programs                               what CMake has to build
"""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import rules

HERE = Path(__file__).resolve().parent
SWITCH = b"COUNTERSIGN_RULE_OFF"
# What the compiler writes into a program that holds an implementation of storage/writefault.h: a crash point, a fault.
FAULT = b"\0N11countersign10WriteFaultE\0"
EXPECTED = [f"L{number}" for number in range(1, 13)] + ["L12a", "L13", "L14"] + [f"G{number}" for number in range(1, 15)]
EXPECTED += ["M3"] + [f"M3{letter}" for letter in "abcdefg"] + ["K14"] + [f"K15{letter}" for letter in "abcdefghijklmnopqrs"]


def table():
    lines = ["| rule | says | switched off here | tests that fail then |", "|---|---|---|---|"]
    for rule in rules.RULES:
        tests = "<br>".join(f"`{program}`: {function}" for program, function in rule.tests)
        lines.append(f"| {rule.name} | {rule.says} | {rule.off} | {tests} |")
    return "\n".join(lines) + "\n"


def readme():
    head, _, _ = (HERE / "README.md").read_text(encoding="utf-8").partition("| rule |")
    return head + table()


def run(folder, program, functions, off):
    environment = {**os.environ, SWITCH.decode(): off}
    path = folder / f"{program}_switched"
    return subprocess.run([path, *functions], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=120, check=False, text=True)


def failures_with_all_on(folder):
    for program in rules.PROGRAMS:
        functions = sorted({function for rule in rules.RULES for where, function in rule.tests if where == program})
        done = run(folder, program, functions, "")
        if done.returncode != 0:
            yield f"{program} fails with all rules on:\n{done.stdout}"


def failure_with_off(folder, rule, program, function):
    done = run(folder, program, [function], rule.name)
    if done.returncode == 0:
        return f"{rule.name} is off and nobody notices: {program} {function} passes"
    if "FAIL!  : " not in done.stdout and "QFATAL" not in done.stdout:
        return f"{rule.name}: {program} {function} did not fail, it broke:\n{done.stdout}"
    return None


def failures(folder, binaries):
    if [rule.name for rule in rules.RULES] != EXPECTED:
        yield "rules.py does not list L1 to L14, L12a, G1 to G14, M3, M3a to M3g, K14 and K15a to K15s once each, in order"
    if (HERE / "README.md").read_text(encoding="utf-8") != readme():
        yield "README.md does not hold the table of rules.py: test_rules.py --write"
    for binary in binaries:
        content = binary.read_bytes()
        if SWITCH in content:
            yield f"{binary} can be told to switch off a rule"
        if FAULT in content:
            yield f"{binary} holds something that makes writes fail"
    for program in rules.PROGRAMS:
        if SWITCH not in (folder / f"{program}_switched").read_bytes():
            yield f"{program}_switched holds no switch"
    if not any(FAULT in (folder / f"{program}_switched").read_bytes() for program in rules.PROGRAMS):
        yield "an implementation of storage/writefault.h would not be found"
    yield from failures_with_all_on(folder)
    cases = [(rule, program, function) for rule in rules.RULES for program, function in rule.tests]
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield from filter(None, pool.map(lambda case: failure_with_off(folder, *case), cases))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs-in", type=Path)
    parser.add_argument("--without-switch", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--files", action="store_true")
    parser.add_argument("--programs", action="store_true")
    options = parser.parse_args()
    if options.files or options.programs:
        print(";".join(rules.FILES if options.files else rules.PROGRAMS))
        return 0
    if options.write:
        (HERE / "README.md").write_text(readme(), encoding="utf-8")
        return 0
    found = list(failures(options.programs_in, options.without_switch))
    print("\n".join(found))
    print(f"rules switched off one at a time: {len(rules.RULES)} unnoticed: {len(found)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
