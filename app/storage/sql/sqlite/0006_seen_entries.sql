-- Journal entries that a person has looked at when lifting a freeze, and an index that finds the payouts that pay one
-- again. Never edited once released.

CREATE TABLE seen_entry (
    intent TEXT NOT NULL PRIMARY KEY,
    call TEXT NOT NULL,
    session_id TEXT,
    seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER seen_entry_no_update BEFORE UPDATE ON seen_entry
BEGIN
    SELECT RAISE(ABORT, 'seen_entry is append-only');
END;

CREATE TRIGGER seen_entry_no_delete BEFORE DELETE ON seen_entry
BEGIN
    SELECT RAISE(ABORT, 'seen_entry is append-only');
END;

CREATE INDEX payout_retry_of ON payout (retry_of) WHERE retry_of IS NOT NULL;
