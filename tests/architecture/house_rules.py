"""The house as a table: which folder may include which, and what a folder may use of the libraries.

design.md section 3 is the source. Change it there first; a single exception goes into EXCEPTIONS with its reason, and
one that is no longer needed is reported, so that the list stays true.
"""

# folder of app/ (or "ui") -> the folders whose headers it may include besides its own
FOLDERS = {
    "core": set(),
    "domain": {"core"},
    "ports": {"core", "domain"},
    "payouts": {"core", "domain", "ports"},
    "web": {"core"},
    "bank131": {"core", "domain", "ports", "web"},
    "signing": {"core", "domain", "ports"},
    "storage": {"core", "domain", "ports"},
    "webhooks": {"core", "domain", "ports"},
    "audit": {"core", "domain", "ports"},
    "secrets": {"core", "domain", "ports"},
    # exchange: its reader of zip files and its writing of whole files.
    "directory": {"core", "domain", "exchange"},
    "exchange": {"core", "domain"},
    "config": {"core", "domain"},
    # Everything but the practice bank, which must never be linked into the money path.
    "bootstrap": {
        "core", "domain", "ports", "payouts", "bank131", "signing", "storage", "webhooks", "audit", "secrets",
        "directory", "exchange", "config", "web", "backup", "diagnosis",
    },
    # Written from the public description alone: it shares no reader, writer or state code with the client.
    # A profile's backups: its store, journal, settings and key, in one zip file.
    "backup": {"core", "domain", "ports", "payouts", "storage", "exchange", "config"},
    # What the program says of itself. exchange: its writing of zip files.
    "diagnosis": {"core", "domain", "ports", "storage", "exchange", "config"},
    "demobank": {"core"},
    "ui": {"core", "domain", "config", "directory", "exchange", "audit", "payouts"},
}

# folder -> modules of Qt whose headers it may include
QT_MODULES = {folder: {"QtCore"} for folder in FOLDERS} | {
    "web": {"QtCore", "QtNetwork"},
    "bank131": {"QtCore", "QtNetwork"},
    "webhooks": {"QtCore", "QtNetwork"},
    "storage": {"QtCore", "QtSql"},
    "bootstrap": {"QtCore", "QtNetwork", "QtSql"},
    "ui": {"QtCore", "QtGui", "QtPrintSupport", "QtWidgets"},
    "ui/models": {"QtCore", "QtGui"},
}

# beginning of an included name -> the only folders that may include it. The longest beginning that fits counts.
LIBRARIES = {
    "openssl/": {"signing", "demobank"},
    "boost/asio/ssl": {"webhooks", "demobank"},
    "boost/beast/ssl": {"webhooks", "demobank"},
    "boost/": {"webhooks", "demobank"},
    "nlohmann/": {"demobank"},
    "sqlite3": {"storage"},
    "zip.h": {"exchange"},
    "xlsxwriter": {"exchange"},
}

# what a folder's CMakeLists.txt may link, beside the folders above
LINKED_LIBRARIES = {
    "OpenSSL::": {"signing", "webhooks", "demobank"},
    "Boost::": {"webhooks", "demobank"},
    "nlohmann_json": {"demobank"},
    "Qt6::Network": {"web", "bank131", "webhooks", "bootstrap"},
    "Qt6::Sql": {"storage", "bootstrap"},
    "SQLite::": {"storage"},
    "Qt6::Gui": {"ui"},
    "Qt6::PrintSupport": {"ui"},
    "Qt6::Widgets": {"ui"},
}

# where floating point is harmless because no amount ever appears -> what it is used for
WITHOUT_MONEY = {
    "app/signing/": "the strength of a password in bits",
    "app/demobank/settings.cpp": "seconds of the practice bank's script",
    "app/exchange/zipfile.cpp": "how far the packing is, as libzip tells it",
    "app/exchange/workbookfile.cpp": "a workbook's cells know no other numbers; what is written is read back in a test",
}

# (file, or folder ending in "/"; beginning of the included name) -> why it may
EXCEPTIONS = {
    ("app/core/sha256.cpp", "openssl/"): "SHA-256 with the processor's instructions: chains of digests at each start",
    ("app/core/CMakeLists.txt", "OpenSSL::"): "as above",
    ("ui/start/startup.cpp", "bootstrap/"): "start-up chooses what is put together: profile, practice run, setup",
    ("ui/start/startup.h", "bootstrap/"): "as above",
    ("ui/start/checkfile.cpp", "bootstrap/"): "a file is judged by the directory that the profile's audit record says was accepted",
    ("ui/start/returning.h", "bootstrap/"): "as above: nothing of the profile is open while it comes back",
    ("ui/start/startup.h", "diagnosis/runninglog.h"): "as above: the log begins before there is a profile",
    ("ui/", "ports/records.h"): "plain values that the payout desk hands out; the interfaces of ports stay out of reach",
    ("ui/", "ports/payoutreader.h"): "as above: list rows and dossiers",
    ("ui/CMakeLists.txt", "bootstrap"): "as above: the program links the object graph",
}
