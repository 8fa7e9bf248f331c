#!/usr/bin/env python3
"""Reads every source file against the rules of the house and prints what breaks them.

Usage: check_house.py TOP [--qt-headers FOLDER]
Exits with 1 if anything was found, 2 if there was nothing to read. The rules that are tables stand in house_rules.py;
test_check_house.py shows for each check that it can fail.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import NamedTuple

import house_rules as rules
from source_text import Source, sources_below

CPP = (".h", ".cpp")
WRITTEN = CPP + (".py", ".sh", ".sql", ".cmake", ".txt", ".md", ".json", ".qss", ".qrc")
MAX_LINES = 600


class Finding(NamedTuple):
    path: str
    line: int
    rule: str
    what: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.what}"


class House:
    """What the checks read. Qt's header folder tells which module a header belongs to."""

    def __init__(self, top, qt_headers=None):
        self.top = Path(top)
        self.qt_headers = Path(qt_headers) if qt_headers else None
        self.app = list(sources_below(top, ["app"], CPP))
        self.ui = list(sources_below(top, ["ui"], CPP))
        self.tests = list(sources_below(top, ["tests"], CPP))
        self.lists = list(sources_below(top, ["app", "ui", "tests"], ("CMakeLists.txt",)))
        self.written = list(sources_below(
            top, ["app", "ui", "tests/architecture", "tests/unit", "tests/integration", "tests/ui", "tests/features",
                  "tests/faults", "tests/fuzz", "tests/bench", "tests/support", "packaging", "cmake", "docs"], WRITTEN))
        self.documents = list(sources_below(top, ["app", "ui", "tests", "packaging", "docs"], (".md",)))
        self.documents += [Source(path.name, path.read_text(encoding="utf-8")) for path in self.top.glob("*.md")]
        self.used_exceptions = set()

    def excepted(self, path, name):
        for file, beginning in rules.EXCEPTIONS:
            if (path == file or file.endswith("/") and path.startswith(file)) and name.startswith(beginning):
                self.used_exceptions.add((file, beginning))
                return True
        return False

    def qt_module(self, name):
        """"QtGui" for "QtGui/QPainter" and for "QPainter"; None for what is not Qt's."""
        if re.match(r"Qt[A-Z]\w*/", name):
            return name.split("/")[0]
        if not self.qt_headers or not re.fullmatch(r"[Qq]\w+(\.h)?", name):
            return None
        for module in sorted(self.qt_headers.glob("Qt*")):
            if (module / name).is_file():
                return module.name
        return None


def found(source, pattern, rule, what, text=None):
    """A finding for each place of the code (or of the text given) where the pattern fits."""
    for match in re.finditer(pattern, source.code if text is None else text):
        yield Finding(source.path, source.line_of(match.start()), rule, what.format(match[0].strip()))


def check_includes(house):
    """Arrows between folders point down only (design.md section 3)."""
    for source in house.app + house.ui:
        allowed = rules.FOLDERS.get(source.folder)
        if allowed is None:
            yield Finding(source.path, 1, "folder", "this folder is not in the table of house_rules.py")
            continue
        for line, name, _ in source.includes():
            first, slash, _ = name.partition("/")
            if not slash and not name.endswith(".moc") and (house.top / source.path).with_name(name).exists():
                yield Finding(source.path, line, "include-path", f"write the folder: \"{source.folder}/{name}\"")
            elif name.startswith("."):
                yield Finding(source.path, line, "include-path", f"{name} climbs; write \"folder/file.h\"")
            elif slash and first in rules.FOLDERS and first != source.folder and first not in allowed:
                if not house.excepted(source.path, name):
                    yield Finding(source.path, line, "arrow", f"{source.folder} must not include {name}")


def check_libraries(house):
    """OpenSSL, Boost and JSON readers stay in their folders; app never sees a widget."""
    for source in house.app + house.ui:
        modules = rules.QT_MODULES.get("ui/models" if source.path.startswith("ui/models/") else source.folder, set())
        for line, name, _ in source.includes():
            beginning = max((b for b in rules.LIBRARIES if name.startswith(b)), key=len, default=None)
            if beginning and source.folder not in rules.LIBRARIES[beginning]:
                if not house.excepted(source.path, name):
                    yield Finding(source.path, line, "library", f"{source.folder} must not include <{name}>")
            module = house.qt_module(name)
            if module and module not in modules and not house.excepted(source.path, name):
                yield Finding(source.path, line, "qt-module", f"{source.folder} must not include <{name}> of {module}")


def check_links(house):
    """The targets follow the same table as the includes."""
    for listing in house.lists:
        folder, text = listing.folder, re.sub(r"#[^\n]*", "", listing.text)
        if folder not in rules.FOLDERS or (listing.path.startswith("app/") and listing.path.count("/") != 2):
            continue
        for match in re.finditer(r"\bcountersign_(\w+)", text):
            target = match[1]
            if target in rules.FOLDERS and target != folder and target not in rules.FOLDERS[folder]:
                if not house.excepted(listing.path, target):
                    yield Finding(listing.path, listing.line_of(match.start()), "link",
                                  f"{folder} must not link {match[0]}")
        for library, folders in rules.LINKED_LIBRARIES.items():
            if folder not in folders and (match := re.search(re.escape(library), text)):
                if not house.excepted(listing.path, library):
                    yield Finding(listing.path, listing.line_of(match.start()), "link",
                                  f"{folder} must not link {library}")


def check_list_comments(house):
    """A folder says what it is for before it says what is in it."""
    for listing in house.lists:
        if not re.match(r"# *\S", listing.text):
            yield Finding(listing.path, 1, "folder-comment", "open with a comment that says what this folder is for")


def check_length(house):
    for source in house.written:
        lines = source.text.count("\n")
        if lines > MAX_LINES and source.path.endswith(CPP + (".py", ".sh", ".cmake", "CMakeLists.txt")):
            yield Finding(source.path, lines, "length", f"{lines} lines; {MAX_LINES} is the most")


def check_unfinished(house):
    marks = "|".join(("TO" "DO", "FIX" "ME", "X" "XX", "HA" "CK"))  # split, so that this file passes its own check
    for source in house.written:
        yield from found(source, rf"\b({marks})\b", "unfinished", "{} marks unfinished work", source.text)


def check_machine_paths(house):
    folders = "|".join(("/wo" "rk", "/ro" "ot", "/ho" r"me/\w+"))
    for source in house.written:
        yield from found(source, rf"(?<![\w$}}.])({folders})/", "machine-path", "{} exists on one machine only", source.text)


def check_sleeps(house):
    """A test waits for something that happens, never for the clock; it may put a function of its own in a sleep's place."""
    sleeps = r"(?<!int )\b(qWait|qSleep|sleep_for|sleep_until|usleep|nanosleep|QThread::(m|u)?sleep)\s*\("
    for source in house.tests:
        yield from found(source, sleeps, "sleep", "{}...) waits by the clock; use QTRY_* or QSignalSpy")


def check_loops(house):
    """One event loop per thread, run by main; nothing blocks inside it."""
    for source in house.app + house.ui:
        yield from found(source, r"\bQEventLoop\b", "nested-loop", "{} nests an event loop")
        yield from found(source, r"\bprocessEvents\s*\(", "nested-loop", "{}) nests an event loop")
        if source.folder != "bootstrap":  # which starts and ends the engine's thread, before and after any event
            yield from found(source, r"\bBlockingQueuedConnection\b", "nested-loop", "{} can lock two threads")
        queries = set(re.findall(r"\bQSqlQuery\s*[&*]?\s*(?:const\s+)?(\w+)", source.code)) | {"query"}
        for match in re.finditer(r"(\w+(?:\(\))?)\s*(?:\.|->)\s*exec\s*\(", source.code):
            by_main = source.path.endswith("/main.cpp") and match[1] in ("app", "application")
            if not by_main and match[1] not in queries:
                yield Finding(source.path, source.line_of(match.start()), "blocking-exec",
                              f"{match[1]}.exec() blocks; use open() or a signal")
    for source in house.ui:
        yield from found(source, r"\bwaitFor(Finished|ReadyRead|Started|Connected|BytesWritten|Done)\s*\(",
                         "blocking-wait", "{}...) blocks the window's thread")


def check_floating_point(house):
    """Amounts are whole minor units; what never sees one may calculate as it likes."""
    for source in house.app:
        if source.path.startswith(tuple(rules.WITHOUT_MONEY)):
            continue
        yield from found(source, r"\b(double|float|qreal|toDouble|toFloat|stod|strtod)\b", "floating-point",
                         "{} has no place near money")


def check_translation(house):
    for source in house.app:
        yield from found(source, r"(?<!\w)(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP|qtTrId)\s*\(", "text",
                         "{}...) makes text for people; only ui does")


def check_tls(house):
    for source in house.app + house.ui + house.tests:
        yield from found(source, r"\bignoreSslErrors\b", "tls", "{} accepts any certificate")
    for source in house.app + house.ui:
        yield from found(source, r"\b(VerifyNone|QueryPeer)\b", "tls", "{} accepts any certificate")


def check_sql(house):
    """Values reach SQL by binding only. A heuristic: SQL words in a literal beside "+", "%1" or arg()."""
    verbs = r'"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET|DELETE\s+FROM\s|WHERE\s|ORDER\s+BY\s|AND\s+\w+\s*=)'
    joined = r'"\w*\)*\s*\+|\+\s*(u8|[uUL])?"|\.arg\s*\(|\+=|%[1-9L]|\.append\s*\('
    for source in house.app + house.ui:
        for start, statement in source.statements():
            sql = re.search(verbs, statement, re.IGNORECASE)
            if sql and re.search(joined, statement):
                yield Finding(source.path, source.line_of(start + sql.start()), "sql",
                              "SQL is put together from pieces; bind the values")
                continue
            call = re.search(r"\b(prepare|exec)\s*\(([^\n]*)", statement)
            if call and re.search("QSqlQuery|PreparedStatement", source.code) and re.search(r"\.arg\s*\(|\+", call[2]):
                yield Finding(source.path, source.line_of(start + call.start()), "sql",
                              f"{call[1]}() of a text put together from pieces; bind the values")


def switches(code):
    """(start, end) of the braces of every switch, the inner ones after the outer."""
    for match in re.finditer(r"\bswitch\s*\(", code):
        start = code.find("{", match.end())
        depth = 0
        for brace in re.finditer(r"[{}]", code[start:]):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                yield start, start + brace.end()
                break


def check_default_labels(house):
    """A new state or event must make the compiler point at every switch that decides about payouts.

    In the lifecycle's table no switch has a default. Elsewhere one may: over characters and numbers, over Qt's enums, and
    where error codes are sorted coarsely."""
    for source in house.app:
        table = "/transition" in source.path
        if source.folder not in ("domain", "payouts"):
            continue
        labels = set()
        for start, end in switches(source.code):
            body = source.code[start:end]
            if table or re.search(r"\bcase\s+(?!Q[A-Z]|ErrorCode::)\w+(::\w+)+\s*:", body):
                labels |= {start + match.start() for match in re.finditer(r"\bdefault\s*:", body)}
        for position in sorted(labels):
            yield Finding(source.path, source.line_of(position), "default-label", "default: hides a missing case")


def check_practice_bank(house):
    """The practice bank is a program of its own: nobody but its tests names it in code."""
    for source in house.app + house.ui:
        if source.folder != "demobank":
            yield from found(source, r"\bdemobank::", "practice-bank", "{} in the money path")


def check_crash_files(house):
    """Whoever crashes with a key or somebody's payments in its memory must not leave an image of it: the program's first
    step, before anything is read."""
    for source in house.ui:
        for match in re.finditer(r"\bint\s+main\s*\([^)]*\)\s*\{(?!\s*forbidCrashFiles\(\);)", source.code):
            yield Finding(source.path, source.line_of(match.start()), "crash-file",
                          "main() does not begin with forbidCrashFiles()")


def check_rich_text(house):
    """Texts from outside are never markup: message boxes say that they are plain, tool tips (which can't) are words of
    ours alone or made by plainTip(). Only the help's own pages are formatted."""
    for source in house.ui:
        if not source.path.startswith("ui/help/"):
            yield from found(source, r"\bQTextBrowser\b|\b(setHtml|insertHtml|setMarkdown)\s*\(|Qt::(RichText|AutoText)\b",
                             "rich-text", "{} makes markup")
        yield from found(source, r"\bQMessageBox::(information|warning|critical|question|about)\s*\(", "rich-text",
                         "{}...) can't be told that its text is plain")
        for box in re.finditer(r"(\w+)\s*=\s*new QMessageBox\b", source.code):
            rest = source.code[box.end():].split("\n}\n", 1)[0]
            if not re.search(rf"\b{box[1]}->setTextFormat\(Qt::PlainText\)", rest):
                yield Finding(source.path, source.line_of(box.start()), "rich-text", "a message box that is not plain")
        for tip in re.finditer(r"\b(?:setToolTip|QToolTip::showText)\s*\((.*?)\);", source.code, re.DOTALL):
            ours = re.fullmatch(r"\s*(tr\([^()]*\)|zoneWords\(\))\s*", tip[1])
            if not ours and "plainTip(" not in tip[1]:
                yield Finding(source.path, source.line_of(tip.start()), "rich-text",
                              "a tool tip that is neither plainTip() nor words of ours alone")


def check_documents(house):
    """What a document points at is there."""
    for document in house.documents:
        for match in re.finditer(r"\]\(([^)\s#]+)[^)]*\)", document.text):
            if "://" not in match[1] and not (house.top / document.path).parent.joinpath(match[1]).exists():
                yield Finding(document.path, document.line_of(match.start()), "document", f"{match[1]} is not there")


def check_exceptions(house):
    for file, beginning in rules.EXCEPTIONS:
        if file.endswith(CPP) and (house.top / file).exists() and (file, beginning) not in house.used_exceptions:
            yield Finding(file, 1, "exception", f"no longer includes {beginning}; take it out of house_rules.py")


CHECKS = (check_includes, check_libraries, check_links, check_list_comments, check_length, check_unfinished,
          check_machine_paths, check_sleeps, check_loops, check_floating_point, check_translation, check_tls,
          check_sql, check_default_labels, check_practice_bank, check_crash_files,
          check_rich_text, check_documents, check_exceptions)


def findings_in(house):
    return [finding for check in CHECKS for finding in check(house)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("top")
    parser.add_argument("--qt-headers", help="the folder that holds QtCore, QtGui, ...")
    options = parser.parse_args()
    house = House(options.top, options.qt_headers)
    if not house.app or not house.tests:
        print(f"Nothing to read in {options.top}: app and tests must hold sources.")
        return 2
    if options.qt_headers and house.qt_module("QWidget") != "QtWidgets":
        print(f"{options.qt_headers} does not hold Qt's headers; which module a header belongs to can't be told.")
        return 2
    findings = findings_in(house)
    for finding in findings:
        print(finding)
    print(f"{len(house.app) + len(house.ui) + len(house.tests)} C++ files read, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
