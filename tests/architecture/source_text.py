"""Source files as the checks see them: the code without its comments, and the literals apart."""

import re
from dataclasses import dataclass
from pathlib import Path

TOKEN = re.compile(
    r'//[^\n]*'                                                  # comment to the end of the line
    r'|/\*.*?\*/'                                                # comment over lines
    r'|(?:u8|[uUL])?R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)"'  # raw literal
    r'|(?:u8|[uUL])?"(?:\\.|[^"\\\n])*"'                         # literal
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",                     # character; not the ' in 1'000
    re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)', re.MULTILINE)


def blank(text):
    """Spaces of the same length, so that positions and line numbers stay."""
    return re.sub(r"[^\n]", " ", text)


@dataclass
class Source:
    path: str  # from the top of the tree, with "/"
    text: str

    def __post_init__(self):
        self.uncommented = TOKEN.sub(lambda m: blank(m[0]) if m[0].startswith("/") else m[0], self.text)
        self.code = TOKEN.sub(
            lambda m: blank(m[0]) if m[0].startswith("/") else '"' + blank(m[0][1:-1]) + '"', self.text)

    @property
    def folder(self):
        """"domain" for app/domain/x.h, "ui" for ui/review/x.h, "tests" for tests/..."""
        parts = self.path.split("/")
        return parts[1] if parts[0] == "app" and len(parts) > 2 else parts[0]

    def line_of(self, position):
        return self.text.count("\n", 0, position) + 1

    def includes(self):
        """(line, name, in angle brackets)"""
        for match in INCLUDE.finditer(self.uncommented):
            yield self.line_of(match.start()), match[1] or match[2], match[2] is not None

    def statements(self):
        """(position, text) of what stands between ";", "{" and "}" outside literals; the text with its literals."""
        start = 0
        for match in re.finditer(r"[;{}]", self.code):
            yield start, self.uncommented[start:match.start()]
            start = match.end()


def sources_below(root, folders, endings):
    """Every file below root/folder for each folder whose name ends as given, in a stable order."""
    for folder in folders:
        for path in sorted((Path(root) / folder).rglob("*")):
            if path.is_file() and path.name.endswith(endings):
                yield Source(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
