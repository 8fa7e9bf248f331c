-- The address book is asked about every recipient: by INN, by the look of the name, and which accounts its entries had
-- and left. Never edited once released.

ALTER TABLE recipient ADD COLUMN look TEXT NOT NULL DEFAULT '';

DROP TRIGGER recipient_version_grows;

-- In the same steps as lookOf() of domain/likeness.h; `search` begins with the name, folded already.

UPDATE recipient SET
    look = replace(replace(replace(replace(replace(replace(replace(replace(substr(search, 1, instr(search,
        char(10)) - 1), ' ', ''), '"', ''), '''', ''), '«', ''), '»', ''), '“', ''), '”', ''), '„', '');

UPDATE recipient SET
    look = replace(replace(replace(replace(replace(replace(replace(look, '‟', ''), '‘', ''), '’', ''), '‚', ''),
        '‛', ''), '‹', ''), '›', '');

UPDATE recipient SET
    look = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        replace(replace(replace(look,
        'a', 'а'), 'b', 'в'), 'c', 'с'), 'e', 'е'), 'h', 'н'), 'i', 'і'), 'k', 'к'), 'm', 'м'), 'o', 'о'), 'p',
        'р'), 't', 'т'), 'x', 'х'), 'y', 'у'), '0', 'о'), '3', 'з');

CREATE TRIGGER recipient_version_grows BEFORE UPDATE ON recipient
WHEN new.version <> old.version + 1 OR new.id <> old.id
BEGIN
    SELECT RAISE(ABORT, 'each change of a recipient is a new version');
END;

CREATE INDEX recipient_inn ON recipient (inn) WHERE inn <> '';

CREATE INDEX recipient_look ON recipient (look) WHERE look <> '';

CREATE INDEX recipient_change_account ON recipient_change (account, bik);

-- Acts for a recipient that the address book speaks against.

CREATE TABLE recipient_act_of_any_standing (
    payout TEXT NOT NULL,
    version INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('newAccount', 'recipientChanged', 'neverPaid', 'bookDisagrees')),
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

INSERT INTO recipient_act_of_any_standing SELECT * FROM recipient_act;

DROP TABLE recipient_act;

ALTER TABLE recipient_act_of_any_standing RENAME TO recipient_act;

CREATE TRIGGER recipient_act_no_update BEFORE UPDATE ON recipient_act
BEGIN
    SELECT RAISE(ABORT, 'recipient_act is append-only');
END;

CREATE TRIGGER recipient_act_no_delete BEFORE DELETE ON recipient_act
BEGIN
    SELECT RAISE(ABORT, 'recipient_act is append-only');
END;
