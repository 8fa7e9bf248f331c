#!/usr/bin/env python3
"""Shows for each rule of check_translations.py that it finds what it should, and leaves alone what is right."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from xml.sax.saxutils import escape

import check_translations

CONTEXT = "countersign::ui::Window"

# (rule, source, translation)
BREAKING = [
    ("unfinished", "Paid", ""),
    ("unfinished", "Paid", "  "),
    ("placeholder", "From %1 to %2", "С %1"),
    ("placeholder", "From %1 to %2", "С %1 до %1"),
    ("placeholder", "Paid", "Исполнено %1"),
    ("placeholder", "%L1 rows are too many", "Строк слишком много: %1"),
    ("digits", "Such as 40702810300200000013", "Например, 40702810300200000014"),
    ("digits", "Such as this", "Например, 40702"),
    ("digits", "A code such as {VO70060}", "Код вида {VO}"),
    ("address", "Such as https://demo.bank131.ru here", "Например, https://demo.bank131.example"),
    ("address", "Write to help@bank.example now", "Напишите на help@other.example"),
    ("address", "Such as 127.0.0.1 here", "Например, 127.0.0.2"),
    ("address", "Write to the bank", "Напишите на evil@bank.example"),
    ("mnemonic", "&Open", "Открыть"),
    ("mnemonic", "Open", "&Открыть"),
    ("mnemonic", "&Open", "&Открыть &всё"),
    ("shape", "One\nTwo", "Один два"),
    ("shape", "Paid. ", "Исполнено."),
    ("shape", "Open…", "Открыть"),
    ("calm", "Paid", "Исполнено!"),
    ("keys", "Ctrl+N", "Ctrl+Н"),
    ("keys", "Ctrl+Shift+C", "Ctrl+C"),
    ("keys", "F5", "Ф5"),
    ("alphabet", "Nothing was paid", "Nothing was paid"),
]

ALLOWED = [
    ("From %1 to %2", "До %2 с %1"),
    ("Such as https://demo.bank131.ru", "Например, https://demo.bank131.ru"),
    ("only https://: through TLS, see http://127.0.0.1:8100.", "только https://: по TLS, см. http://127.0.0.1:8100."),
    ("&Open…", "&Открыть…"),
    ("Ctrl+N", "Ctrl+N"),
    ("Enter", "Enter"),
    ("Countersign", "Countersign"),
    ("%1: %2", "%1: %2"),
    ("! Still open", "! Ещё открыто"),
    ("An INN has 10 digits", "В ИНН 10 цифр"),
    ("Q & A", "Вопрос и ответ"),
]


def message(source, translation, kind="", plural=False):
    attributes = f' type="{kind}"' if kind else ""
    inner = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in translation) if plural else escape(translation)
    return (f"<message{' numerus=' + chr(34) + 'yes' + chr(34) if plural else ''}><source>{escape(source)}</source>"
            f"<translation{attributes}>{inner}</translation></message>")


class Translations(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = Path(folder.name)
        (self.top / check_translations.FOLDER).mkdir(parents=True)

    def write(self, *messages, context=CONTEXT, language="ru"):
        (self.top / check_translations.FOLDER / "countersign_x.ts").write_text(
            f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{language}">'
            f"<context><name>{context}</name>{''.join(messages)}</context></TS>\n", encoding="utf-8")

    def rules(self, lupdate=None):
        return {finding.rule for finding in check_translations.findings(self.top, lupdate)[0]}

    def test_each_rule_finds_what_breaks_it(self):
        for rule, source, translation in BREAKING:
            with self.subTest(rule=rule, source=source, translation=translation):
                self.write(message(source, translation))
                self.assertIn(rule, self.rules())

    def test_what_is_right_is_left_alone(self):
        for source, translation in ALLOWED:
            with self.subTest(source=source):
                self.write(message(source, translation))
                self.assertEqual(self.rules(), set())

    def test_marks_of_lupdate_are_findings(self):
        for kind, rule in (("unfinished", "unfinished"), ("vanished", "obsolete"), ("obsolete", "obsolete")):
            with self.subTest(kind=kind):
                self.write(message("Paid", "Исполнено", kind))
                self.assertEqual(self.rules(), {rule})

    def test_every_plural_form_is_there_and_holds_its_number(self):
        self.write(message("%n rows", ("%n строка", "%n строки", "%n строк"), plural=True))
        self.assertEqual(self.rules(), set())
        self.write(message("%n rows", ("%n строка", "%n строк"), plural=True))
        self.assertEqual(self.rules(), {"forms"})
        self.write(message("%n rows", ("%n строка", "", "%n строк"), plural=True))
        self.assertIn("unfinished", self.rules())
        self.write(message("%n rows", ("одна строка", "%n строки", "%n строк"), plural=True))
        self.assertEqual(self.rules(), {"placeholder"})

    def test_a_context_that_is_not_found_at_run_time(self):
        for context in ("", "Window", "countersign::Window"):
            with self.subTest(context=context):
                self.write(message("Paid", "Исполнено"), context=context)
                self.assertEqual(self.rules(), {"context"})

    def test_a_language_without_known_plural_forms(self):
        self.write(message("Paid", "Zapłacono"), language="pl")
        self.assertEqual(self.rules(), {"language"})

    def test_texts_that_the_sources_have_and_the_file_has_not(self):
        lupdate = self.top / "lupdate"
        fresh = (f'<TS version="2.1" language="ru"><context><name>{CONTEXT}</name>'
                 f'{message("Paid", "", "unfinished")}{message("Failed", "", "unfinished")}</context></TS>')
        lupdate.write_text("#!/bin/sh\nfor last; do :; done\ncat > \"$last\" <<'END'\n" + fresh + "\nEND\n",
                           encoding="utf-8")
        lupdate.chmod(0o755)
        self.write(message("Paid", "Исполнено"), message("Failed", "Не исполнено"))
        self.assertEqual(self.rules(str(lupdate)), set())
        self.write(message("Paid", "Исполнено"))
        self.assertEqual(self.rules(str(lupdate)), {"missing"})
        self.write(message("Paid", "Исполнено"), message("Failed", "Не исполнено"), message("Late", "Поздно"))
        self.assertEqual(self.rules(str(lupdate)), {"gone"})

    def test_the_program_says_what_it_did_by_its_exit_code(self):
        def exit_code(*more):
            program = Path(check_translations.__file__)
            return subprocess.run([sys.executable, "-B", program, self.top, *more], capture_output=True).returncode

        self.assertEqual(exit_code(), 2)
        self.write(message("Paid", ""))
        self.assertEqual(exit_code(), 1)
        self.write(message("Paid", "Исполнено"))
        self.assertEqual(exit_code(), 0)
        self.assertEqual(exit_code("--lupdate", "/nowhere/lupdate"), 77)


if __name__ == "__main__":
    unittest.main()
