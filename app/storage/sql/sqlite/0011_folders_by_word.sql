-- The folder of a payout, state by state: a list of words is gone through by way of a table of its own each time that a
-- payout changes, and that was most of what its change cost. Never edited once released.

DROP TRIGGER payout_list_insert;

DROP TRIGGER payout_list_update;

DROP TRIGGER payout_list_delete;

ALTER TABLE payout DROP COLUMN folder;

ALTER TABLE payout ADD COLUMN folder TEXT GENERATED ALWAYS AS (
    CASE state
        WHEN 'review' THEN 'toReview' WHEN 'mismatch' THEN 'toReview'
        WHEN 'startUnknown' THEN 'needsAttention' WHEN 'confirmUnknown' THEN 'needsAttention'
        WHEN 'cancelUnknown' THEN 'needsAttention' WHEN 'closing' THEN 'needsAttention'
        WHEN 'bankError' THEN 'needsAttention' WHEN 'hold' THEN 'needsAttention'
        WHEN 'draft' THEN 'drafts'
        WHEN 'queued' THEN 'checking' WHEN 'creating' THEN 'checking' WHEN 'open' THEN 'checking'
        WHEN 'starting' THEN 'checking' WHEN 'waitBank' THEN 'checking' WHEN 'cancelling' THEN 'checking'
        WHEN 'approved' THEN 'beingPaid' WHEN 'confirming' THEN 'beingPaid' WHEN 'executing' THEN 'beingPaid'
        ELSE state END) VIRTUAL;

-- As they were.

CREATE TRIGGER payout_list_insert AFTER INSERT ON payout
BEGIN
    INSERT INTO listing (folder, number) VALUES ('all', new.number), (new.folder, new.number);
    INSERT INTO listing (folder, number)
    SELECT 'needsAttention', new.number WHERE new.open_alarms > 0 AND new.folder <> 'needsAttention';
    INSERT INTO payout_search (rowid, search) VALUES (new.number, new.search);
END;

CREATE TRIGGER payout_list_update AFTER UPDATE OF state, open_alarms ON payout
WHEN old.folder <> new.folder OR (old.open_alarms > 0) <> (new.open_alarms > 0)
BEGIN
    DELETE FROM listing WHERE folder IN (old.folder, 'needsAttention') AND number = old.number;
    INSERT INTO listing (folder, number) VALUES (new.folder, new.number);
    INSERT INTO listing (folder, number)
    SELECT 'needsAttention', new.number WHERE new.open_alarms > 0 AND new.folder <> 'needsAttention';
END;

CREATE TRIGGER payout_list_delete AFTER DELETE ON payout
BEGIN
    DELETE FROM listing WHERE folder IN ('all', old.folder, 'needsAttention') AND number = old.number;
    INSERT INTO payout_search (payout_search, rowid, search) VALUES ('delete', old.number, old.search);
END;
