#!/usr/bin/env python3
"""Reads a folder of packages as those who get it do: the lists of what is in them are CycloneDX, name every library that
the programs link, with version, licence and address, and SHA256SUMS fits every file.
Usage: contents.py FOLDER PROGRAM...    and shows at the end that each of these rules can fail"""

import copy
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter

TYPES = {"application", "framework", "library", "container", "platform", "operating-system", "device", "device-driver",
         "firmware", "file", "machine-learning-model", "data"}
EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def output_of(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def read_strictly(text: str) -> dict:
    def once(pairs: list) -> dict:
        names = Counter(name for name, _ in pairs)
        if max(names.values(), default=0) > 1:
            raise ValueError(f"a member twice in {sorted(names)}")
        return dict(pairs)
    return json.loads(text, object_pairs_hook=once)


def component_findings(component: dict) -> list[str]:
    name = component.get("name", "")
    found = [f"{name or component}: no {member}" for member in ("type", "name", "version", "bom-ref", "licenses")
             if not component.get(member)]
    if component.get("type") not in TYPES:
        found.append(f"{name}: not a type of CycloneDX")
    for licence in component.get("licenses", []):
        told = licence.get("expression") or licence.get("license", {}).get("id", "")
        if not EXPRESSION.fullmatch(told):
            found.append(f"{name}: no licence: {licence}")
    if component.get("type") == "library" and not re.fullmatch(r"pkg:deb/debian/[\w.%-]+@[\w.%~-]+\?arch=\w+&distro=debian-12",
                                                               component.get("purl", "")):
        found.append(f"{name}: not a package address: {component.get('purl')}")
    return found


def list_findings(told: dict) -> list[str]:
    """What CycloneDX 1.5 asks of such a list."""
    found = []
    if (told.get("bomFormat"), told.get("specVersion"), told.get("version")) != ("CycloneDX", "1.5", 1):
        found.append("not a list of CycloneDX 1.5")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", told.get("metadata", {}).get("timestamp", "")):
        found.append("no moment")
    ours, theirs = told.get("metadata", {}).get("component", {}), told.get("components", [])
    for component in [ours, *theirs]:
        found += component_findings(component)
    references = Counter(component.get("bom-ref") for component in [ours, *theirs])
    found += [f"{reference}: twice" for reference, count in references.items() if count > 1]
    dependencies = {each["ref"]: set(each["dependsOn"]) for each in told.get("dependencies", [])}
    if dependencies.get(ours.get("bom-ref")) != {component.get("bom-ref") for component in theirs}:
        found.append("the program does not depend on exactly what is listed")
    return found


def linked_packages(programs: list[str]) -> dict[str, str]:
    """Package and version of every library that the programs name themselves."""
    known = dict(re.findall(r"^\t(\S+) \(libc6,x86-64[^)]*\) => (\S+)$", output_of("/sbin/ldconfig", "-p"), re.MULTILINE))
    packages = {}
    for program in programs:
        for needed in re.findall(r"\(NEEDED\).*\[(.+)\]", output_of("readelf", "-d", program)):
            path = pathlib.Path(known[needed])
            owner = next(found.stdout.split(":")[0] for each in (path, path.resolve(), pathlib.Path("/", *path.parts[2:]))
                         if (found := subprocess.run(["dpkg-query", "-S", each], capture_output=True, text=True)).returncode == 0)
            packages[owner] = output_of("dpkg-query", "-W", "-f", "${Version}\n", owner).splitlines()[0]
    return packages


def missing_findings(told: dict, linked: dict[str, str]) -> list[str]:
    listed = {component.get("name"): component.get("version") for component in told["components"]}
    return [f"{package} {version} is linked, and the list says {listed.get(package)}"
            for package, version in linked.items() if listed.get(package) != version]


def sum_findings(folder: pathlib.Path) -> list[str]:
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    told = dict(line.split("  ", 1)[::-1] for line in lines)
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.name != "SHA256SUMS"}
    if len(told) != len(lines) or not told:
        return ["SHA256SUMS names a file twice, or nothing"]
    return [f"SHA256SUMS does not fit {name}" for name in sorted(told.keys() | found.keys()) if told.get(name) != found.get(name)]


def rules_that_cannot_fail(told: dict, linked: dict[str, str]) -> list[str]:
    def spoilt(spoil) -> list[str]:
        other = copy.deepcopy(told)
        spoil(other)
        return list_findings(other) + missing_findings(other, linked)
    spoils = {
        "format": lambda t: t.update(bomFormat="SPDX"),
        "moment": lambda t: t["metadata"].update(timestamp="yesterday"),
        "type": lambda t: t["components"][0].update(type="thing"),
        "version": lambda t: t["components"][0].pop("version"),
        "licence": lambda t: t["components"][0].update(licenses=[]),
        "words of a licence": lambda t: t["components"][0].update(licenses=[{"expression": "see the file"}]),
        "address": lambda t: t["components"][0].update(purl="pkg:deb"),
        "unique": lambda t: t["components"].append(t["components"][0]),
        "dependencies": lambda t: t["dependencies"][0]["dependsOn"].pop(),
        "linked": lambda t: t.update(components=[c for c in t["components"] if c["name"] != "libqt6core6"]),
        "linked version": lambda t: next(c for c in t["components"] if c["name"] == "libqt6core6").update(version="6.4"),
    }
    blind = [name for name, spoil in spoils.items() if not spoilt(spoil)]
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        (folder / "a").write_text("one")
        right = f"{hashlib.sha256(b'one').hexdigest()}  a\n"
        for name, sums in {"other bytes": right.replace(right[:4], "0000"), "not named": right.replace("  a", "  b"),
                           "twice": right * 2, "nothing": ""}.items():
            (folder / "SHA256SUMS").write_text(sums)
            blind += [] if sum_findings(folder) else [name]
        (folder / "SHA256SUMS").write_text(right)
        blind += [f"good sums: {finding}" for finding in sum_findings(folder)]
    return blind


def main(folder: pathlib.Path, programs: list[str]) -> None:
    linked = linked_packages(programs)
    lists = {path.name: read_strictly(path.read_text()) for path in folder.glob("*.cdx.json")}
    found = sum_findings(folder)
    for name, told in lists.items():
        found += [f"{name}: {finding}" for finding in list_findings(told)]
    whole = lists.get("countersign.cdx.json")
    if not whole:
        sys.exit(f"no list in {folder}")
    found += missing_findings(whole, linked)
    found += [f"this rule can't fail: {rule}" for rule in rules_that_cannot_fail(whole, linked)]
    if found:
        sys.exit("\n".join(found))
    print(f"{len(linked)} linked packages among {len(whole['components'])} listed")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), sys.argv[2:])
