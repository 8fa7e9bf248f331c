-- Who was paid, what looks like an earlier payout, what was acknowledged, and the address book.

-- name: paidRecipients
SELECT name, inn, bik, account, payments, last_paid_at FROM paid_recipient WHERE account = ?
UNION ALL
SELECT * FROM (SELECT name, inn, bik, account, payments, last_paid_at FROM paid_recipient
    WHERE inn = ? AND inn <> '' ORDER BY last_paid_at DESC LIMIT 50)
UNION ALL
SELECT * FROM (SELECT name, inn, bik, account, payments, last_paid_at FROM paid_recipient
    WHERE look = ? AND look <> '' ORDER BY last_paid_at DESC LIMIT 50)

-- name: bookEntries
SELECT name, inn, bik, account, changed_at, 0 FROM recipient WHERE account = ? AND bik = ? AND retired = 0
UNION ALL
SELECT * FROM (SELECT name, inn, bik, account, changed_at, 0 FROM recipient
    WHERE inn = ? AND inn <> '' AND retired = 0 LIMIT 50)
UNION ALL
SELECT * FROM (SELECT name, inn, bik, account, changed_at, 0 FROM recipient
    WHERE look = ? AND look <> '' AND retired = 0 LIMIT 50)
UNION ALL
SELECT c.name, c.inn, c.bik, c.account, max(r.changed_at), 1
FROM recipient_change AS c CROSS JOIN recipient AS r ON r.id = c.recipient
WHERE c.account = ? AND c.bik = ? AND (r.retired = 1 OR r.account <> c.account OR r.bik <> c.bik)
HAVING count(*) > 0

-- name: earlierPayouts
SELECT id, number, state, created_at, state_since, recipient_name, recipient_account, sender_account, purpose,
    amount_kopecks, document_key, import_key
FROM payout WHERE number IN (
    SELECT * FROM (SELECT number FROM payout WHERE recipient_account = ? AND amount_kopecks = ?
        ORDER BY number DESC LIMIT 1000)
    UNION
    SELECT * FROM (SELECT number FROM payout WHERE document_key >= ? AND document_key < ? AND document_key <> ''
        ORDER BY number DESC LIMIT 1000)
    UNION
    SELECT * FROM (SELECT number FROM payout WHERE import_key = ? AND import_key <> '' LIMIT 1000))
ORDER BY number DESC

-- name: insertRecipientAct
INSERT INTO recipient_act (payout, version, standing, account, bik, inn, name, carried_from, user, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: recipientAct
SELECT payout, version, standing, account, bik, inn, name, carried_from, user, at FROM recipient_act
WHERE payout = ? AND version = ?

-- name: lastRecipientAct
SELECT payout, version, standing, account, bik, inn, name, carried_from, user, at FROM recipient_act
WHERE payout = ? ORDER BY version DESC LIMIT 1

-- name: insertDuplicateAct
INSERT INTO duplicate_act (payout, version, earlier, earlier_number, user, at) VALUES (?, ?, ?, ?, ?, ?)

-- name: duplicateActs
SELECT payout, version, earlier, earlier_number, user, at FROM duplicate_act WHERE payout = ? AND version = ?
ORDER BY earlier_number DESC

-- name: insertRecipient
INSERT INTO recipient (id, version, retired, name, inn, kpp, bik, account, note, changed_at, search, look)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: updateRecipient
UPDATE recipient SET version = ?, retired = ?, name = ?, inn = ?, kpp = ?, bik = ?, account = ?, note = ?,
    changed_at = ?, search = ?, look = ?
WHERE id = ?

-- name: insertRecipientChange
INSERT INTO recipient_change (recipient, version, at, user, retired, name, inn, kpp, bik, account, note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: recipient
SELECT id, version, retired, name, inn, kpp, bik, account, note, changed_at FROM recipient WHERE id = ?

-- name: recipientsOfAccount
SELECT id, version, retired, name, inn, kpp, bik, account, note, changed_at FROM recipient
WHERE account = ? AND retired = 0 ORDER BY search, id

-- name: recipientCount
SELECT count(*) FROM recipient
WHERE retired = ? AND NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE instr(search, word.value) = 0)

-- name: recipients
SELECT id, version, retired, name, inn, kpp, bik, account, note, changed_at FROM recipient
WHERE retired = ? AND NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE instr(search, word.value) = 0)
ORDER BY search, id LIMIT ? OFFSET ?

-- name: recipientHistory
SELECT recipient, version, at, user, retired, name, inn, kpp, bik, account, note FROM recipient_change
WHERE recipient = ? ORDER BY version
