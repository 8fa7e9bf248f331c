#!/usr/bin/env python3
"""Writes a copy of one source file in which the rules of rules.py can be switched off.

Usage: mutate.py TOP FILE COPY    FILE is relative to TOP, as rules.py names it.
Every text that a rule replaces must be there as often as rules.py says: a rule whose place has moved is an error, not
a rule that is silently left on.
"""

import sys
from pathlib import Path

import rules


def mutated(name, text):
    for rule in rules.RULES:
        for switch in rule.switches:
            if switch.file != name:
                continue
            found = text.count(switch.text)
            if found != switch.times:
                raise SystemExit(f"{name}: rule {rule.name}: expected {switch.times} times, found {found} times:\n{switch.text}")
            condition = f'::countersign::test::isOff("{rule.name}")'
            text = text.replace(switch.text, switch.instead.replace("OFF", condition))
    return text


def main():
    top, name, copy = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    source = top / name
    text = mutated(name, source.read_text(encoding="utf-8"))
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(f'#include "faults/rules/ruleswitch.h"\n#line 1 "{source}"\n{text}', encoding="utf-8")


if __name__ == "__main__":
    main()
