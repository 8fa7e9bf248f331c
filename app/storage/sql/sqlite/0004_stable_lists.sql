-- Lists in the order of the payouts' numbers, so that no row moves because it changed; and how many of a folder's
-- payouts lie in each block of 512 numbers, so that a page far down is found without walking there. Never edited once
-- released.

DROP TRIGGER payout_list_insert;

DROP TRIGGER payout_list_update;

DROP TRIGGER payout_list_delete;

DROP TABLE listing;

CREATE TABLE listing (
    folder TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (folder, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE listing_block (
    folder TEXT NOT NULL,
    block INTEGER NOT NULL,
    payouts INTEGER NOT NULL CHECK (payouts >= 0),
    PRIMARY KEY (folder, block)
) STRICT, WITHOUT ROWID;

INSERT INTO listing (folder, number)
SELECT 'all', number FROM payout UNION ALL SELECT folder, number FROM payout
UNION ALL SELECT 'needsAttention', number FROM payout WHERE open_alarms > 0 AND folder <> 'needsAttention';

INSERT INTO listing_block (folder, block, payouts)
SELECT folder, number >> 9, count(*) FROM listing GROUP BY folder, number >> 9;

CREATE TRIGGER listing_insert AFTER INSERT ON listing
BEGIN
    UPDATE folder_count SET payouts = payouts + 1 WHERE folder = new.folder;
    INSERT INTO listing_block (folder, block, payouts) VALUES (new.folder, new.number >> 9, 1)
    ON CONFLICT (folder, block) DO UPDATE SET payouts = payouts + 1;
END;

CREATE TRIGGER listing_delete AFTER DELETE ON listing
BEGIN
    UPDATE folder_count SET payouts = payouts - 1 WHERE folder = old.folder;
    UPDATE listing_block SET payouts = payouts - 1 WHERE folder = old.folder AND block = old.number >> 9;
    DELETE FROM listing_block WHERE folder = old.folder AND block = old.number >> 9 AND payouts = 0;
END;

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
