#!/usr/bin/env python3
"""Reads the translations against the words of the program and prints what does not hold.

Usage: check_translations.py TOP                     what one file can tell by itself
       check_translations.py TOP --lupdate PROGRAM   and whether it holds exactly the texts of the sources
Exits with 1 if anything was found, 2 if there was nothing to read, 77 if PROGRAM is not there.
test_check_translations.py shows for each rule that it can fail.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path
from typing import NamedTuple

FOLDER = "resources/translations"
FORMS = {"en": 2, "ru": 3}
ALPHABET = {"ru": re.compile("[а-яё]", re.IGNORECASE)}
NAMESPACE = "countersign::ui::"
SKIPPED = 77

PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|n)")
DIGITS = re.compile(r"\d{5,}")
ADDRESS = re.compile(r"\w+://[^\s»“”,;)]*[\w/]|[\w.+-]+@[\w.-]+\w|\b\d{1,3}(?:\.\d{1,3}){3}\b(?::\d+)?")
MNEMONIC = re.compile(r"&(?=\w)")
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift|Meta)\+)*(?:Ctrl|Alt|Shift|Esc|Enter|Return|F\d{1,2}|[A-Z])(?=\b)")


class Message(NamedTuple):
    context: str
    source: str
    comment: str
    plural: bool
    kind: str  # "" is finished; "unfinished", "vanished", "obsolete"
    texts: tuple

    @property
    def key(self):
        return self.context, self.source, self.comment, self.plural


class Finding(NamedTuple):
    file: str
    rule: str
    context: str
    source: str
    what: str

    def __str__(self):
        return f"{self.file}: [{self.rule}] {self.context}: {self.source!r}: {self.what}"


class Catalogue:
    def __init__(self, path):
        self.name = path.name
        root = ElementTree.parse(path).getroot()
        self.language = root.get("language", "")
        self.messages = [read(context, message) for context in root.iter("context") for message in context.iter("message")]


def read(context, message):
    translation = message.find("translation")
    plural = message.get("numerus") == "yes"
    texts = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
    return Message(context.findtext("name") or "", message.findtext("source") or "", message.findtext("comment") or "",
                   plural, translation.get("type", ""), tuple(texts))


def check_finished(message, language):
    if message.kind in ("vanished", "obsolete"):
        yield "obsolete", "no source has this text any more"
    elif message.kind or not all(text.strip() for text in message.texts):
        yield "unfinished", "not translated"
    elif message.plural and len(message.texts) != FORMS[language]:
        yield "forms", f"{len(message.texts)} plural forms instead of {FORMS[language]}"


def check_context(message, language):
    if not message.context.startswith(NAMESPACE):
        yield "context", f"the context should begin with {NAMESPACE}, or it is not found when the program runs"


def check_same(rule, pattern, what):
    def check(message, language):
        wanted = Counter(pattern.findall(message.source))
        for text in message.texts:
            if (there := Counter(pattern.findall(text))) != wanted:
                lost, extra = wanted - there, there - wanted
                yield rule, f"{what}: lost {sorted(lost)}, extra {sorted(extra)}"
    return check


def check_mnemonic(message, language):
    wanted = len(MNEMONIC.findall(message.source))
    for text in message.texts:
        if (there := len(MNEMONIC.findall(text))) != wanted:
            yield "mnemonic", f"{there} mnemonics instead of {wanted}"


def check_shape(message, language):
    def shape(text):
        return (text.count("\n"), len(text) - len(text.lstrip()), len(text) - len(text.rstrip()),
                text.rstrip().endswith("…"))
    for text in message.texts:
        if shape(text) != shape(message.source):
            yield "shape", "line ends, spaces at the ends or the closing … differ"
        if "!" in text and "!" not in message.source:
            yield "calm", "an exclamation mark"


def check_keys(message, language):
    if KEYS.fullmatch(message.source) and any(text != message.source for text in message.texts):
        yield "keys", "the name of a key is not translated, or the shortcut is lost"


def check_alphabet(message, language):
    """A text of several words that stayed as it was is a forgotten one."""
    letters = ALPHABET.get(language)
    words = re.findall(r"[a-z]{2,}", PLACEHOLDER.sub("", message.source))
    if letters and len(words) > 1 and not KEYS.fullmatch(message.source) and not all(letters.search(text) for text in message.texts):
        yield "alphabet", "none of the language's letters"


CHECKS = [
    check_finished, check_context, check_mnemonic, check_shape, check_keys, check_alphabet,
    check_same("placeholder", PLACEHOLDER, "placeholders"),
    check_same("digits", DIGITS, "runs of five digits and more"),
    check_same("address", ADDRESS, "addresses"),
]


def check_messages(catalogue):
    if catalogue.language not in FORMS:
        yield Finding(catalogue.name, "language", "", "", f"{catalogue.language!r} is not in the table FORMS")
        return
    for message in catalogue.messages:
        for check in CHECKS:
            if message.kind and check is not check_finished:
                continue
            for rule, what in check(message, catalogue.language):
                yield Finding(catalogue.name, rule, message.context, message.source, what)


def check_fresh(catalogue, top, lupdate, folder):
    """What lupdate reads from the sources and what the file holds are the same texts."""
    fresh = Path(folder) / catalogue.name
    plurals = ["-pluralonly"] if catalogue.language == "en" else []
    subprocess.run([lupdate, "-silent", "-locations", "none", "-I", ".", *plurals, "-source-language", "en",
                    "-target-language", catalogue.language, "ui", "-ts", str(fresh)], cwd=top, check=True,
                   capture_output=True)
    here = {message.key for message in catalogue.messages}
    wanted = {message.key for message in Catalogue(fresh).messages}
    for rule, keys, what in (("missing", wanted - here, "in the sources, not in the file"),
                             ("gone", here - wanted, "in the file, not in the sources")):
        for context, source, _, _ in sorted(keys):
            yield Finding(catalogue.name, rule, context, source, what)


def findings(top, lupdate=None):
    """All findings, and how many texts were read."""
    catalogues = [Catalogue(path) for path in sorted((Path(top) / FOLDER).glob("*.ts"))]
    result = [finding for catalogue in catalogues for finding in check_messages(catalogue)]
    if lupdate:
        with tempfile.TemporaryDirectory() as folder:
            for catalogue in catalogues:
                result += check_fresh(catalogue, top, lupdate, folder)
    return result, sum(len(catalogue.messages) for catalogue in catalogues)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("top")
    parser.add_argument("--lupdate")
    arguments = parser.parse_args()
    lupdate = arguments.lupdate and shutil.which(arguments.lupdate)
    if arguments.lupdate and not lupdate:
        print(f"SKIP: {arguments.lupdate} is not there, so the sources were not read (Debian: qt6-l10n-tools)")
        return SKIPPED
    found, count = findings(arguments.top, lupdate)
    for finding in found:
        print(finding)
    print(f"{count} texts, {len(found)} findings")
    return 1 if found else 0 if count else 2


if __name__ == "__main__":
    sys.exit(main())
