#!/usr/bin/env python3
"""Shows for each check of check_house.py that it finds what it should, and leaves alone what is allowed."""

import ast
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import check_house
import house_rules

# (rule, file, text that breaks it)
BREAKING = [
    ("folder", "app/helpers/x.h", ""),
    ("arrow", "app/domain/x.h", '#include "payouts/sender.h"\n'),
    ("arrow", "app/core/x.cpp", '#include "domain/money.h"\n'),
    ("arrow", "app/payouts/x.cpp", '#include "storage/sqlitestore.h"\n'),
    ("arrow", "app/bank131/x.cpp", '#include "signing/signer.h"\n'),
    ("arrow", "app/storage/x.cpp", '# include <webhooks/receiver.h>\n'),
    ("arrow", "app/bootstrap/x.cpp", '#include "demobank/ledger.h"\n'),
    ("arrow", "app/demobank/x.cpp", '#include "bank131/reader.h"\n'),
    ("arrow", "app/payouts/x.h", '#include "ui/review/dialog.h"\n'),
    ("arrow", "ui/payouts/x.cpp", '#include "bank131/reader.h"\n'),
    ("arrow", "ui/payouts/x.cpp", '#include "signing/signer.h"\n'),
    ("arrow", "ui/payouts/x.cpp", '#include "storage/sqlitestore.h"\n'),
    ("arrow", "ui/settings/x.cpp", '#include "webhooks/receiver.h"\n'),
    ("arrow", "ui/settings/x.cpp", '#include "secrets/keychain.h"\n'),
    ("arrow", "ui/shell/x.cpp", '#include "bootstrap/graph.h"\n'),
    ("arrow", "ui/main.cpp", '#include "storage/sqlitestore.h"\n'),
    ("include-path", "app/domain/x.cpp", '#include "../core/error.h"\n'),
    ("library", "app/bank131/x.cpp", "#include <openssl/evp.h>\n"),
    ("library", "app/payouts/x.cpp", "#include <boost/beast.hpp>\n"),
    ("library", "app/bank131/x.cpp", "#include <boost/asio/ssl.hpp>\n"),
    ("library", "app/signing/x.cpp", "#include <boost/asio/ssl.hpp>\n"),
    ("library", "app/bank131/x.cpp", "#include <nlohmann/json.hpp>\n"),
    ("library", "app/payouts/x.cpp", "#include <sqlite3.h>\n"),
    ("library", "ui/review/x.cpp", "#include <openssl/sha.h>\n"),
    ("qt-module", "app/core/x.h", "#include <QWidget>\n"),
    ("qt-module", "app/bootstrap/x.h", "#include <QColor>\n"),
    ("qt-module", "app/payouts/x.h", "#include <QtGui/QColor>\n"),
    ("qt-module", "app/payouts/x.h", "#include <qwidget.h>\n"),
    ("qt-module", "app/domain/x.h", "#include <QSqlQuery>\n"),
    ("qt-module", "app/payouts/x.h", "#include <QNetworkReply>\n"),
    ("qt-module", "ui/models/x.h", "#include <QWidget>\n"),
    ("qt-module", "ui/review/x.h", "#include <QNetworkReply>\n"),
    ("link", "app/domain/CMakeLists.txt", "# domain\ncountersign_layer(domain USES countersign_ports)\n"),
    ("link", "app/payouts/CMakeLists.txt", "# payouts\ncountersign_layer(payouts PRIVATE Qt6::Widgets)\n"),
    ("link", "app/payouts/CMakeLists.txt", "# payouts\ncountersign_layer(payouts PRIVATE OpenSSL::Crypto)\n"),
    ("link", "app/bootstrap/CMakeLists.txt", "# all\ncountersign_layer(bootstrap USES countersign_demobank)\n"),
    ("link", "ui/CMakeLists.txt", "# ui\ntarget_link_libraries(ui PRIVATE countersign_storage)\n"),
    ("folder-comment", "app/audit/CMakeLists.txt", "countersign_layer(audit SOURCES x.cpp)\n"),
    ("folder-comment", "tests/ui/CMakeLists.txt", "#\nadd_test(x)\n"),
    ("length", "app/core/x.cpp", "int x;\n" * 601),
    ("unfinished", "app/core/x.cpp", "// TO" "DO: later\n"),
    ("unfinished", "packaging/x.sh", "# FIX" "ME\n"),
    ("unfinished", "tests/unit/x.cpp", "// X" "XX\n"),
    ("unfinished", "ui/x.h", "/* HA" "CK */\n"),
    ("machine-path", "tests/unit/x.cpp", 'open("/ho' 'me/anna/key.pem");\n'),
    ("sleep", "tests/unit/x.cpp", "QTest::qWait(100);\n"),
    ("sleep", "tests/unit/x.cpp", "QTest::qSleep (100);\n"),
    ("sleep", "tests/ui/x.cpp", "QThread::msleep(1);\n"),
    ("sleep", "tests/ui/x.cpp", "QThread::sleep(1);\n"),
    ("sleep", "tests/ui/x.cpp", "std::this_thread::sleep_for(1s);\n"),
    ("nested-loop", "app/payouts/x.cpp", "QEventLoop loop;\n"),
    ("nested-loop", "ui/x.cpp", "QCoreApplication::processEvents();\n"),
    ("nested-loop", "ui/x.cpp", "connect(a, b, c, d, Qt::BlockingQueuedConnection);\n"),
    ("blocking-exec", "ui/review/x.cpp", "dialog.exec();\n"),
    ("blocking-exec", "ui/review/x.cpp", "menu->exec(pos);\n"),
    ("blocking-exec", "ui/review/x.cpp", "app.exec();\n"),
    ("blocking-exec", "ui/main.cpp", "dialog.exec();\n"),
    ("blocking-wait", "ui/review/x.cpp", "process.waitForFinished(-1);\n"),
    ("floating-point", "app/domain/money.cpp", "double amount = 0.1;\n"),
    ("floating-point", "app/bank131/x.cpp", "const float f = 1;\n"),
    ("floating-point", "app/bank131/x.cpp", "json.value(key).toDouble();\n"),
    ("text", "app/payouts/x.cpp", 'return tr("Paid");\n'),
    ("text", "app/payouts/x.cpp", 'QCoreApplication::translate("a", "b");\n'),
    ("tls", "app/bank131/x.cpp", "reply->ignoreSslErrors();\n"),
    ("tls", "tests/integration/x.cpp", "reply->ignoreSslErrors(errors);\n"),
    ("tls", "app/bank131/x.cpp", "tls.setPeerVerifyMode(QSslSocket::VerifyNone);\n"),
    ("sql", "app/storage/x.cpp", 'auto text = "SELECT id FROM payout WHERE id = " + id;\n'),
    ("sql", "app/storage/x.cpp", 'auto text = u"select id from %1"_s.arg(table);\n'),
    ("sql", "app/storage/x.cpp", 'auto text = QStringLiteral("DELETE FROM x WHERE a=\'") + a;\n'),
    ("sql", "app/storage/x.cpp", 'sql += u" AND name = \'"_s + name;\n'),
    ("sql", "app/storage/x.cpp", "QSqlQuery query(db); query.prepare(statement + order);\n"),
    ("sql", "app/storage/x.cpp", "PreparedStatement found; found.prepare(db, statement + order);\n"),
    ("default-label", "app/domain/transition.cpp", "switch (c) { case 'a': return 1; default: return 2; }\n"),
    ("default-label", "app/payouts/x.cpp", "switch (s) {\n case State::draft: return 1;\n default :\n return 2; }\n"),
    ("default-label", "app/domain/x.cpp", "switch (s) { case A::B: switch (c) { case 1: f(); } default: g(); }\n"),
    ("arrow", "ui/review/x.h", '#include "ports/transport.h"\n'),
    ("practice-bank", "app/payouts/x.cpp", "demobank::Ledger ledger;\n"),
    ("crash-file", "ui/main.cpp", "int main(int argc, char **argv)\n{\n    openKey();\n    forbidCrashFiles();\n}\n"),
    ("crash-file", "ui/main.cpp", "int main() { return 0; } // forbidCrashFiles();\n"),
    ("rich-text", "ui/review/x.cpp", "auto *view = new QTextBrowser(this);\n"),
    ("rich-text", "ui/review/x.cpp", "label->setTextFormat(Qt::AutoText);\n"),
    ("rich-text", "ui/review/x.cpp", "QMessageBox::warning(this, title, error.detail);\n"),
    ("rich-text", "ui/review/x.cpp", "{\n    auto *box = new QMessageBox(this);\n    box->open();\n}\n\n"
                                     "{\n    box->setTextFormat(Qt::PlainText);\n}\n"),
    ("rich-text", "ui/review/x.cpp", "label->setToolTip(payout.recipientName);\n"),
    ("rich-text", "ui/review/x.cpp", "label->setToolTip(tr(\"Paid to %1\").arg(name));\n"),
    ("rich-text", "ui/review/x.cpp", "QToolTip::showText(position, index.data().toString(), view);\n"),
    ("document", "README.md", "![The review](docs/nowhere.png)\n"),
    ("document", "app/README.md", "see [this](../nowhere.md#part)\n"),
    ("exception", "ui/start/startup.cpp", "void begin() {}\n"),
]

# (file, text in which nothing may be found)
ALLOWED = [
    ("app/payouts/x.cpp", '#include "payouts/sender.h"\n#include "ports/transport.h"\n#include "domain/money.h"\n'
                          '#include "core/error.h"\n#include <QFuture>\n#include <vector>\n#include "x.moc"\n'),
    ("app/bootstrap/x.cpp", '#include "storage/a.h"\n#include "bank131/b.h"\n#include "webhooks/c.h"\n'),
    ("app/bootstrap/x.cpp", "invokeMethod(&context, work, Qt::BlockingQueuedConnection);\n"),
    ("app/signing/x.cpp", "#include <openssl/evp.h>\n"),
    ("app/webhooks/x.cpp", "#include <boost/beast.hpp>\n#include <boost/asio/ssl.hpp>\n"),
    ("app/demobank/x.cpp", "#include <nlohmann/json.hpp>\n#include <openssl/pem.h>\ndemobank::Ledger ledger;\n"),
    ("app/storage/x.cpp", "#include <QSqlQuery>\n"),
    ("app/bank131/x.cpp", "#include <QNetworkReply>\n"),
    ("ui/main.cpp", '#include <QWidget>\nint main() { // first\n forbidCrashFiles(); return app.exec(); }\n'),
    ("ui/start/startup.cpp", '#include "bootstrap/graph.h"\n'),
    ("ui/models/x.cpp", '#include "ui/models/x.h"\n#include <QColor>\n#include "payouts/service.h"\n'),
    ("tests/unit/demobank/x.cpp", '#include "demobank/ledger.h"\n#include "bank131/reader.h"\n'),
    ("app/domain/CMakeLists.txt", "# domain\ncountersign_layer(domain SOURCES a.cpp USES countersign_core)\n"),
    ("app/core/x.cpp", "int x;\n" * 600),
    ("app/core/x.cpp", "// never ignoreSslErrors(), no double, no default: and no app.exec() in here; see tr()\n"),
    ("app/core/x.cpp", "/* QEventLoop\n   dialog.exec() */ int x = 1'000'000; // it's double\n"),
    ("app/core/x.cpp", 'auto s = "double"; auto r = R"(default: ignoreSslErrors)"; char c = \'"\'; auto t = "tr(";\n'),
    ("app/core/x.cpp", "int redouble = floater; attr(1);\n"),
    ("tests/unit/x.cpp", "QTRY_VERIFY(done); QTest::qWaitFor([] { return true; }); spy.wait(); // no qWait(5)\n"),
    ("app/storage/x.cpp", 'QSqlQuery find(db); find.prepare(u"SELECT id FROM payout WHERE id = ?"_s); find.exec();\n'),
    ("app/storage/x.cpp", 'auto text = "SELECT id " "FROM payout"; auto other = "a" + b;\n'),
    ("app/storage/x.cpp", "void run(QSqlQuery &q) { q.exec(); }\n"),
    ("app/signing/passwordstrength.cpp", "double bits = 1.5;\n"),
    ("app/core/x.cpp", "X() = default; bool operator==(const X &) const = default;\n"),
    ("app/domain/x.cpp", "switch (byte) { case '{': return a; default: return b; }\n"),
    ("app/domain/x.cpp", "switch (s) { case S::a: return 1; }\nswitch (n) { case 1: f(); default: g(); }\n"),
    ("app/domain/x.cpp", "switch (k) { case QChar::Other_Format: f(); default: g(); }\n"),
    ("app/domain/x.cpp", "switch (e.code) { case ErrorCode::emptyValue: f(); default: g(); }\n"),
    ("ui/review/x.cpp", '#include "ports/records.h"\n#include "ports/payoutreader.h"\n'),
    ("app/bank131/x.cpp", "switch (byte) { case '{': return a; default: return b; }\n"),
    ("ui/CMakeLists.txt", "# ui\ntarget_link_libraries(countersign PRIVATE countersign_bootstrap)\n"),
    ("ui/help/x.cpp", "new QTextBrowser(this); m_text->setMarkdown(page);\n"),
    ("ui/review/x.cpp", "{\n    auto *box = new QMessageBox(this);\n    box->setTextFormat(Qt::PlainText);\n}\n"),
    ("ui/review/x.cpp", "a->setToolTip(tr(\"Paid\")); b->setToolTip(zoneWords());\n"
                        "c->setToolTip(cut ? plainTip(name) : QString());\n"),
    ("app/README.md", "[here](README.md) and [there](https://example.org/x.md), [below](#part)\n"),
    ("ui/review/x.cpp", "dialog->open(); emphasise(tr(\"Paid\")); double scale = 1.5;\n"),
]

QT_HEADERS = {"QtCore": ["QFuture", "QString"], "QtGui": ["QColor"], "QtWidgets": ["QWidget", "qwidget.h"],
              "QtNetwork": ["QNetworkReply"], "QtSql": ["QSqlQuery"]}


class Checks(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.top = Path(self.folder.name) / "tree"
        self.qt = Path(self.folder.name) / "qt"
        for module, headers in QT_HEADERS.items():
            for header in headers:
                self.write(self.qt, f"{module}/{header}", "")

    @staticmethod
    def write(top, name, text):
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def findings(self):
        return check_house.findings_in(check_house.House(self.top, self.qt))

    def sample(self, name, text):
        for old in sorted(self.top.rglob("*"), reverse=True):
            old.rmdir() if old.is_dir() else old.unlink()
        self.write(self.top, name, text)
        return self.findings()

    def test_finds_every_breach(self):
        for rule, name, text in BREAKING:
            with self.subTest(rule=rule, name=name, text=text[:60]):
                found = self.sample(name, text)
                self.assertIn(rule, {finding.rule for finding in found}, found)
                self.assertLessEqual({finding.rule for finding in found}, {rule, "exception"}, found)

    def test_leaves_alone_what_is_allowed(self):
        for name, text in ALLOWED:
            with self.subTest(name=name, text=text[:60]):
                self.assertEqual(self.sample(name, text), [])

    def test_every_rule_has_a_sample(self):
        calls = [node for node in ast.walk(ast.parse(Path(check_house.__file__).read_text(encoding="utf-8")))
                 if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
        rules = {call.args[2].value for call in calls if call.func.id in ("Finding", "found")
                 and isinstance(call.args[2], ast.Constant)}
        self.assertGreater(len(rules), 15)
        self.assertEqual(rules - {rule for rule, _, _ in BREAKING}, set())

    def test_every_check_finds_something(self):
        silent = set(check_house.CHECKS)
        for _, name, text in BREAKING:
            self.sample(name, text)
            house = check_house.House(self.top, self.qt)
            silent -= {check for check in silent if list(check(house))}
        self.assertEqual(silent, set())

    def test_every_folder_has_modules_of_qt(self):
        self.assertEqual(set(house_rules.FOLDERS) - set(house_rules.QT_MODULES), set())

    def test_arrows_make_no_circle(self):
        order = list(house_rules.FOLDERS)
        remaining = {folder: set(below) for folder, below in house_rules.FOLDERS.items()}
        while remaining:
            free = [folder for folder, below in remaining.items() if not below & set(remaining)]
            self.assertTrue(free, f"a circle among {sorted(remaining)} of {order}")
            for folder in free:
                del remaining[folder]

    def test_says_where(self):
        self.write(self.top, "app/domain/x.cpp", '// first\n\n#include "payouts/sender.h"\n')
        self.assertEqual([(f.path, f.line) for f in self.findings()], [("app/domain/x.cpp", 3)])


class Command(unittest.TestCase):
    """What CTest sees."""

    def run_in(self, files, *options):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                Checks.write(Path(folder), name, text)
            return subprocess.run([sys.executable, "-B", check_house.__file__, folder, *options],
                                  capture_output=True, text=True, check=False)

    def test_fails_with_the_place_when_something_is_found(self):
        result = self.run_in({"app/core/x.cpp": "double x;\n", "tests/unit/x.cpp": "\n"})
        self.assertEqual(result.returncode, 1, result)
        self.assertIn("app/core/x.cpp:1: [floating-point]", result.stdout)

    def test_passes_when_nothing_is_found(self):
        result = self.run_in({"app/core/x.cpp": "int x;\n", "tests/unit/x.cpp": "\n"})
        self.assertEqual(result.returncode, 0, result)
        self.assertIn("2 C++ files read, 0 findings", result.stdout)

    def test_an_empty_tree_is_no_success(self):
        self.assertEqual(self.run_in({}).returncode, 2)

    def test_a_wrong_header_folder_is_no_success(self):
        result = self.run_in({"app/core/x.cpp": "\n", "tests/unit/x.cpp": "\n"}, "--qt-headers", "/nowhere")
        self.assertEqual(result.returncode, 2, result)


if __name__ == "__main__":
    unittest.main()
