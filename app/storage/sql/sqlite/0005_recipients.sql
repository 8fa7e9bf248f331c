-- Whom payouts went to, what was imported, what people acknowledged before sending, and the address book.
-- Never edited once released.

ALTER TABLE payout ADD COLUMN recipient_inn TEXT NOT NULL DEFAULT '';

ALTER TABLE payout ADD COLUMN recipient_bik TEXT NOT NULL DEFAULT '';

ALTER TABLE payout ADD COLUMN recipient_look TEXT NOT NULL DEFAULT '';

ALTER TABLE payout ADD COLUMN document_key TEXT NOT NULL DEFAULT '';

ALTER TABLE payout ADD COLUMN import_key TEXT NOT NULL DEFAULT '';

ALTER TABLE instruction ADD COLUMN source BLOB NOT NULL DEFAULT x'';

-- What was sent tells more than what was typed; bytes that are no JSON tell nothing.

UPDATE payout SET
    recipient_inn = replace(coalesce(
        (SELECT iif(json_valid(CAST(content AS TEXT)), CAST(json_extract(CAST(content AS TEXT), '$.inn') AS TEXT), '')
         FROM instruction WHERE instruction.payout = payout.id AND instruction.version = payout.version),
        iif(version = 0 AND json_valid(CAST(draft AS TEXT)),
            CAST(json_extract(CAST(draft AS TEXT), '$.inn') AS TEXT), ''), ''), ' ', ''),
    recipient_bik = replace(coalesce(
        (SELECT iif(json_valid(CAST(content AS TEXT)), CAST(json_extract(CAST(content AS TEXT), '$.bik') AS TEXT), '')
         FROM instruction WHERE instruction.payout = payout.id AND instruction.version = payout.version),
        iif(version = 0 AND json_valid(CAST(draft AS TEXT)),
            CAST(json_extract(CAST(draft AS TEXT), '$.bik') AS TEXT), ''), ''), ' ', '');

-- The look of the name, in the same steps as lookOf() of domain/likeness.h; `search` holds it folded already.

UPDATE payout SET
    recipient_look = replace(replace(replace(replace(replace(replace(replace(replace(substr(search, 1, instr(search,
        char(10)) - 1), ' ', ''), '"', ''), '''', ''), '«', ''), '»', ''), '“', ''), '”', ''), '„', '');

UPDATE payout SET
    recipient_look = replace(replace(replace(replace(replace(replace(replace(recipient_look, '‟', ''), '‘', ''),
        '’', ''), '‚', ''), '‛', ''), '‹', ''), '›', '');

UPDATE payout SET
    recipient_look = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        replace(replace(replace(recipient_look,
        'a', 'а'), 'b', 'в'), 'c', 'с'), 'e', 'е'), 'h', 'н'), 'i', 'і'), 'k', 'к'), 'm', 'м'), 'o', 'о'), 'p',
        'р'), 't', 'т'), 'x', 'х'), 'y', 'у'), '0', 'о'), '3', 'з');

-- Who was paid, and how often; one row for each different spelling. Kept by triggers, so that no writer can forget it.

CREATE TABLE paid_recipient (
    account TEXT NOT NULL,
    bik TEXT NOT NULL,
    inn TEXT NOT NULL,
    name TEXT NOT NULL,
    look TEXT NOT NULL,
    payments INTEGER NOT NULL CHECK (payments >= 1),
    last_paid_at INTEGER NOT NULL,
    PRIMARY KEY (account, bik, inn, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX paid_recipient_inn ON paid_recipient (inn, last_paid_at);

CREATE INDEX paid_recipient_look ON paid_recipient (look, last_paid_at);

INSERT INTO paid_recipient (account, bik, inn, name, look, payments, last_paid_at)
SELECT recipient_account, recipient_bik, recipient_inn, recipient_name, max(recipient_look), count(*), max(state_since)
FROM payout WHERE state = 'paid' GROUP BY recipient_account, recipient_bik, recipient_inn, recipient_name;

CREATE TRIGGER payout_inserted_as_paid AFTER INSERT ON payout WHEN new.state = 'paid'
BEGIN
    INSERT INTO paid_recipient (account, bik, inn, name, look, payments, last_paid_at)
    VALUES (new.recipient_account, new.recipient_bik, new.recipient_inn, new.recipient_name, new.recipient_look, 1,
        new.state_since)
    ON CONFLICT (account, bik, inn, name) DO UPDATE SET payments = payments + 1,
        last_paid_at = max(last_paid_at, excluded.last_paid_at);
END;

CREATE TRIGGER payout_became_paid AFTER UPDATE OF state ON payout WHEN new.state = 'paid' AND old.state <> 'paid'
BEGIN
    INSERT INTO paid_recipient (account, bik, inn, name, look, payments, last_paid_at)
    VALUES (new.recipient_account, new.recipient_bik, new.recipient_inn, new.recipient_name, new.recipient_look, 1,
        new.state_since)
    ON CONFLICT (account, bik, inn, name) DO UPDATE SET payments = payments + 1,
        last_paid_at = max(last_paid_at, excluded.last_paid_at);
END;

CREATE TRIGGER payout_no_longer_paid AFTER UPDATE OF state ON payout WHEN old.state = 'paid' AND new.state <> 'paid'
BEGIN
    DELETE FROM paid_recipient
    WHERE account = old.recipient_account AND bik = old.recipient_bik AND inn = old.recipient_inn
        AND name = old.recipient_name AND payments = 1;
    UPDATE paid_recipient SET payments = payments - 1,
        last_paid_at = coalesce((SELECT max(state_since) FROM payout
            WHERE recipient_account = old.recipient_account AND recipient_bik = old.recipient_bik
                AND recipient_inn = old.recipient_inn AND recipient_name = old.recipient_name AND state = 'paid'),
            last_paid_at)
    WHERE account = old.recipient_account AND bik = old.recipient_bik AND inn = old.recipient_inn
        AND name = old.recipient_name AND payments > 1;
END;

-- Whoever was paid stands there as it was paid.

CREATE TRIGGER payout_recipient_stays BEFORE UPDATE OF recipient_account, recipient_bik, recipient_inn, recipient_name,
    recipient_look ON payout
WHEN old.state = 'paid' AND (old.recipient_account <> new.recipient_account OR old.recipient_bik <> new.recipient_bik
    OR old.recipient_inn <> new.recipient_inn OR old.recipient_name <> new.recipient_name
    OR old.recipient_look <> new.recipient_look)
BEGIN
    SELECT RAISE(ABORT, 'the recipient of a paid payout never changes');
END;

CREATE INDEX payout_recipient_amount ON payout (recipient_account, amount_kopecks, number);

CREATE INDEX payout_document ON payout (document_key) WHERE document_key <> '';

CREATE INDEX payout_import ON payout (import_key) WHERE import_key <> '';

-- A payout to a new or changed recipient: that the account was read from the paper once more, for exactly this one.

CREATE TABLE recipient_act (
    payout TEXT NOT NULL,
    version INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('newAccount', 'recipientChanged', 'neverPaid')),
    account TEXT NOT NULL,
    bik TEXT NOT NULL,
    inn TEXT NOT NULL,
    name TEXT NOT NULL,
    carried_from TEXT REFERENCES payout (id),
    user TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (payout, version),
    FOREIGN KEY (payout, version) REFERENCES instruction (payout, version)
) STRICT, WITHOUT ROWID;

-- A payout that looks like earlier ones: that a person knew of each of them. An earlier draft may be discarded later.

CREATE TABLE duplicate_act (
    payout TEXT NOT NULL,
    version INTEGER NOT NULL,
    earlier TEXT NOT NULL,
    earlier_number INTEGER NOT NULL,
    user TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (payout, version, earlier),
    FOREIGN KEY (payout, version) REFERENCES instruction (payout, version)
) STRICT, WITHOUT ROWID;

-- The address book; every change of it stays.

CREATE TABLE recipient (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    version INTEGER NOT NULL CHECK (version >= 1),
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    name TEXT NOT NULL,
    inn TEXT NOT NULL,
    kpp TEXT NOT NULL,
    bik TEXT NOT NULL,
    account TEXT NOT NULL,
    note TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    search TEXT NOT NULL
) STRICT;

CREATE INDEX recipient_order ON recipient (retired, search, id);

CREATE INDEX recipient_account ON recipient (account);

CREATE TABLE recipient_change (
    recipient TEXT NOT NULL REFERENCES recipient (id),
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    user TEXT NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    name TEXT NOT NULL,
    inn TEXT NOT NULL,
    kpp TEXT NOT NULL,
    bik TEXT NOT NULL,
    account TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (recipient, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER recipient_act_no_update BEFORE UPDATE ON recipient_act
BEGIN
    SELECT RAISE(ABORT, 'recipient_act is append-only');
END;

CREATE TRIGGER recipient_act_no_delete BEFORE DELETE ON recipient_act
BEGIN
    SELECT RAISE(ABORT, 'recipient_act is append-only');
END;

CREATE TRIGGER duplicate_act_no_update BEFORE UPDATE ON duplicate_act
BEGIN
    SELECT RAISE(ABORT, 'duplicate_act is append-only');
END;

CREATE TRIGGER duplicate_act_no_delete BEFORE DELETE ON duplicate_act
BEGIN
    SELECT RAISE(ABORT, 'duplicate_act is append-only');
END;

CREATE TRIGGER recipient_change_no_update BEFORE UPDATE ON recipient_change
BEGIN
    SELECT RAISE(ABORT, 'recipient_change is append-only');
END;

CREATE TRIGGER recipient_change_no_delete BEFORE DELETE ON recipient_change
BEGIN
    SELECT RAISE(ABORT, 'recipient_change is append-only');
END;

CREATE TRIGGER recipient_no_delete BEFORE DELETE ON recipient
BEGIN
    SELECT RAISE(ABORT, 'a recipient is retired, never deleted');
END;

CREATE TRIGGER recipient_version_grows BEFORE UPDATE ON recipient
WHEN new.version <> old.version + 1 OR new.id <> old.id
BEGIN
    SELECT RAISE(ABORT, 'each change of a recipient is a new version');
END;
