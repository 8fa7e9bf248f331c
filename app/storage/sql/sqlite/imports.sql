-- Files that became drafts.

-- name: insertImport
INSERT INTO file_import (id, file_name, file_sha256, payouts, total_kopecks, user, at) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: insertImportedRow
INSERT INTO imported_row (identity, number, payout, file_import, row) VALUES (?, ?, ?, ?, ?)

-- name: importOfFile
SELECT id, file_name, file_sha256, payouts, total_kopecks, user, at FROM file_import WHERE file_sha256 = ?
ORDER BY at DESC, rowid DESC LIMIT 1

-- name: importsOfDocuments
SELECT r.identity, i.at, r.payout, r.number, p.state
FROM json_each(?) AS asked
CROSS JOIN imported_row AS r ON r.identity = asked.value
CROSS JOIN file_import AS i ON i.id = r.file_import
LEFT JOIN payout AS p ON p.id = r.payout
ORDER BY p.id IS NOT NULL, r.number
