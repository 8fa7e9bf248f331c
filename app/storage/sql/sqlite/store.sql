-- What opening, checking and every transaction needs.

-- name: begin
BEGIN IMMEDIATE

-- name: beginRead
BEGIN

-- name: commit
COMMIT

-- name: rollback
ROLLBACK

-- name: journalModeWal
PRAGMA journal_mode = WAL

-- name: synchronousFull
PRAGMA synchronous = FULL

-- name: fullFsync
PRAGMA fullfsync = 1

-- name: checkpointFullFsync
PRAGMA checkpoint_fullfsync = 1

-- name: foreignKeys
PRAGMA foreign_keys = 1

-- name: cellSizeCheck
PRAGMA cell_size_check = 1

-- name: cacheSize
PRAGMA cache_size = -16000

-- name: temporaryInMemory
PRAGMA temp_store = MEMORY

-- name: queryOnly
PRAGMA query_only = 1

-- name: readJournalMode
PRAGMA journal_mode

-- name: readSynchronous
PRAGMA synchronous

-- name: readForeignKeys
PRAGMA foreign_keys

-- name: readFullFsync
PRAGMA fullfsync

-- name: readApplicationId
PRAGMA application_id

-- name: readUserVersion
PRAGMA user_version

-- name: quickCheck
PRAGMA quick_check(1)

-- name: countSchemaObjects
SELECT count(*) FROM sqlite_schema

-- name: insertSchemaMigration
INSERT INTO schema_migration (version, name, applied_at) VALUES (?, ?, ?)

-- name: backupInto
VACUUM INTO ?

-- name: countPayouts
SELECT count(*) FROM payout

-- name: sqliteVersion
SELECT sqlite_version()

-- name: countByState
SELECT state, count(*) FROM payout GROUP BY state ORDER BY state

-- name: countOpenAlarms
SELECT kind, count(*) FROM alarm WHERE open = 1 GROUP BY kind ORDER BY kind

-- name: countInbox
SELECT source, count(*) FROM inbox GROUP BY source ORDER BY source

-- name: latestFreeze
SELECT cause, frozen FROM freeze ORDER BY id DESC LIMIT 1
