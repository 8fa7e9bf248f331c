#!/usr/bin/env python3
"""Prints a list of what the programs are made of (CycloneDX 1.5, JSON).
Usage: packaging/sbom.py PROGRAM...         the Debian packages of the libraries that they load, and of those that they
                                            were built with and carry inside
       packaging/sbom.py --packages NAME... these Debian packages, and those that the programs carry inside
       packaging/sbom.py --sources FILE     for Windows: the sources that FILE lists, as windows/dependencies.sh wrote it
The licences are those of packaging/licences.txt. The same programs on the same system give the same bytes."""

import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
from urllib.parse import quote

TOP = pathlib.Path(__file__).resolve().parent.parent
# Nothing in the program's link names these: headers compiled in.
COMPILED_IN = ["libboost-dev", "nlohmann-json3-dev"]


def output_of(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def libraries_of(program: str) -> set[str]:
    return set(re.findall(r"=> (/\S+)", output_of("ldd", program)))


def package_of(library: str) -> str:
    for path in (library, os.path.realpath(library), library.removeprefix("/usr")):
        found = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    sys.exit(f"{library} belongs to no package")


def licence_of(source: str) -> str:
    file = TOP / "packaging" / "licences.txt"
    known = re.search(rf"^{re.escape(source)} +(.+)$", file.read_text(), re.MULTILINE)
    return known.group(1) if known else sys.exit(f"packaging/licences.txt does not know {source}")


def component(package: str, version: str, architecture: str, licence: str, **told: str) -> dict:
    purl = f"pkg:deb/debian/{quote(package)}@{quote(version)}?arch={architecture}&distro=debian-12"
    return {"type": "library", "bom-ref": purl, "name": package, "version": version, "scope": "required",
            "licenses": [{"expression": licence}], "purl": purl,
            "properties": [{"name": f"debian:{name}", "value": value} for name, value in told.items()]}


def installed(package: str) -> dict:
    version, source, architecture = output_of(
        "dpkg-query", "-W", "-f", "${Version}\t${source:Package}\t${Architecture}\n", package).splitlines()[0].split("\t")
    return component(package, version, architecture, licence_of(source), source=source)


def loaded_by(programs: list[str]) -> set[str]:
    return {package_of(library) for program in programs for library in libraries_of(program)}


def components_from(file: pathlib.Path) -> list[dict]:
    """FILE's lines: "sqlite3 3.40.1-2", "openssl 3.0.22 without Debian's changes …", "libz-mingw-w64 1.2.13, as Debian …"."""
    components = []
    for line in file.read_text().splitlines():
        package, version, note = re.fullmatch(r"(\S+) ([^\s,]+),? ?(.*)", line).groups()
        architecture = "all" if note.startswith("as Debian") else "source"
        components.append(component(package, version, architecture, licence_of(package), **({"built": note} if note else {})))
    return components


def main(components: list[dict]) -> None:
    version = re.search(r"project\(countersign VERSION (\S+)", (TOP / "CMakeLists.txt").read_text()).group(1)
    components += [installed(package) for package in COMPILED_IN]
    moment = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    json.dump({"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
               "metadata": {"timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
                            "component": {"type": "application", "bom-ref": "countersign", "name": "countersign",
                                          "version": version, "licenses": [{"license": {"id": "GPL-3.0-or-later"}}]}},
               "components": components,
               "dependencies": [{"ref": "countersign", "dependsOn": [each["bom-ref"] for each in components]}]},
              sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    if len(sys.argv) < 2 or "SOURCE_DATE_EPOCH" not in os.environ:
        sys.exit(__doc__)
    if sys.argv[1] == "--sources":
        main(components_from(pathlib.Path(sys.argv[2])))
    else:
        names = set(sys.argv[2:]) if sys.argv[1] == "--packages" else loaded_by(sys.argv[1:])
        main([installed(package) for package in sorted(names)])
