-- Files that became drafts, and the documents that stood in them. Never edited once released.

CREATE TABLE file_import (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
    payouts INTEGER NOT NULL CHECK (payouts >= 1),
    total_kopecks INTEGER NOT NULL,
    user TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX file_import_sha256 ON file_import (file_sha256, at);

-- The payout may be a draft that is discarded later; its number stays.

CREATE TABLE imported_row (
    identity TEXT NOT NULL CHECK (length(identity) = 64),
    number INTEGER NOT NULL,
    payout TEXT NOT NULL,
    file_import TEXT NOT NULL REFERENCES file_import (id),
    row INTEGER NOT NULL,
    PRIMARY KEY (identity, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER file_import_no_update BEFORE UPDATE ON file_import
BEGIN
    SELECT RAISE(ABORT, 'file_import is append-only');
END;

CREATE TRIGGER file_import_no_delete BEFORE DELETE ON file_import
BEGIN
    SELECT RAISE(ABORT, 'file_import is append-only');
END;

CREATE TRIGGER imported_row_no_update BEFORE UPDATE ON imported_row
BEGIN
    SELECT RAISE(ABORT, 'imported_row is append-only');
END;

CREATE TRIGGER imported_row_no_delete BEFORE DELETE ON imported_row
BEGIN
    SELECT RAISE(ABORT, 'imported_row is append-only');
END;
