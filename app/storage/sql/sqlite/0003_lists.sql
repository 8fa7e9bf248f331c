-- What the window's lists are read from: who is in which folder, in the order shown; how many; and the search index.
-- Kept by triggers, so that no writer can forget it. Never edited once released.

CREATE TABLE listing (
    folder TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (folder, changed_at, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE folder_count (
    folder TEXT NOT NULL PRIMARY KEY,
    payouts INTEGER NOT NULL CHECK (payouts >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO folder_count (folder, payouts)
VALUES ('toReview', 0), ('needsAttention', 0), ('drafts', 0), ('checking', 0), ('beingPaid', 0), ('paid', 0),
       ('failed', 0), ('cancelled', 0), ('returned', 0), ('all', 0);

CREATE TRIGGER listing_insert AFTER INSERT ON listing
BEGIN
    UPDATE folder_count SET payouts = payouts + 1 WHERE folder = new.folder;
END;

CREATE TRIGGER listing_delete AFTER DELETE ON listing
BEGIN
    UPDATE folder_count SET payouts = payouts - 1 WHERE folder = old.folder;
END;

CREATE VIRTUAL TABLE payout_search
    USING fts5(search, content = 'payout', content_rowid = 'number', tokenize = 'trigram case_sensitive 1',
               columnsize = 0);

CREATE TRIGGER payout_list_insert AFTER INSERT ON payout
BEGIN
    INSERT INTO listing (folder, changed_at, number)
    VALUES ('all', new.changed_at, new.number), (new.folder, new.changed_at, new.number);
    INSERT INTO listing (folder, changed_at, number)
    SELECT 'needsAttention', new.changed_at, new.number WHERE new.open_alarms > 0 AND new.folder <> 'needsAttention';
    INSERT INTO payout_search (rowid, search) VALUES (new.number, new.search);
END;

CREATE TRIGGER payout_list_update AFTER UPDATE OF state, changed_at, open_alarms ON payout
WHEN old.state <> new.state OR old.changed_at <> new.changed_at OR old.open_alarms <> new.open_alarms
BEGIN
    DELETE FROM listing
    WHERE folder IN ('all', 'needsAttention', old.folder) AND changed_at = old.changed_at AND number = old.number;
    INSERT INTO listing (folder, changed_at, number)
    VALUES ('all', new.changed_at, new.number), (new.folder, new.changed_at, new.number);
    INSERT INTO listing (folder, changed_at, number)
    SELECT 'needsAttention', new.changed_at, new.number WHERE new.open_alarms > 0 AND new.folder <> 'needsAttention';
END;

CREATE TRIGGER payout_list_delete AFTER DELETE ON payout
BEGIN
    DELETE FROM listing
    WHERE folder IN ('all', 'needsAttention', old.folder) AND changed_at = old.changed_at AND number = old.number;
    INSERT INTO payout_search (payout_search, rowid, search) VALUES ('delete', old.number, old.search);
END;

CREATE TRIGGER payout_search_update AFTER UPDATE OF search ON payout WHEN old.search <> new.search
BEGIN
    INSERT INTO payout_search (payout_search, rowid, search) VALUES ('delete', old.number, old.search);
    INSERT INTO payout_search (rowid, search) VALUES (new.number, new.search);
END;

CREATE TRIGGER alarm_raised AFTER INSERT ON alarm WHEN new.open = 1 AND new.payout IS NOT NULL
BEGIN
    UPDATE payout SET open_alarms = open_alarms + 1 WHERE id = new.payout;
END;

CREATE TRIGGER alarm_closed AFTER UPDATE OF open ON alarm
WHEN old.open = 1 AND new.open = 0 AND new.payout IS NOT NULL
BEGIN
    UPDATE payout SET open_alarms = open_alarms - 1 WHERE id = new.payout;
END;
