-- Payouts, instructions and attempts.

-- name: nextPayoutNumber
SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'payout'

-- name: insertPayout
INSERT INTO payout (number, id, created_at, retry_of, state, state_before_error, version, maker, attempt, changed_at,
    state_since, recipient_name, recipient_account, sender_account, purpose, amount_kopecks, reason_code, reason_text,
    search, draft, recipient_inn, recipient_bik, recipient_look, document_key, import_key)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: updatePayout
UPDATE payout SET state = ?, state_before_error = ?, version = ?, maker = ?, attempt = ?, changed_at = ?,
    state_since = ?, recipient_name = ?, recipient_account = ?, sender_account = ?, purpose = ?, amount_kopecks = ?,
    reason_code = ?, reason_text = ?, search = ?, draft = ?, recipient_inn = ?, recipient_bik = ?,
    recipient_look = ?, document_key = ?, import_key = ?
WHERE id = ?

-- name: updatePayoutState
UPDATE payout SET state = ?, state_before_error = ?, attempt = ?, changed_at = ?, state_since = ?, reason_code = ?,
    reason_text = ?
WHERE id = ?

-- name: movePayout
UPDATE payout SET state = ?, changed_at = ?, state_since = ?, reason_code = ?, reason_text = ? WHERE id = ?

-- name: notePayout
UPDATE payout SET changed_at = ?, state_since = ?, reason_code = ?, reason_text = ? WHERE id = ?

-- name: deleteDraft
DELETE FROM payout WHERE id = ? AND state = 'draft' AND version = 0

-- name: payout
SELECT number, id, created_at, retry_of, state, state_before_error, version, maker, attempt, changed_at, state_since,
    recipient_name, recipient_account, sender_account, purpose, amount_kopecks, reason_code, reason_text, draft,
    recipient_inn, recipient_bik, document_key, import_key
FROM payout WHERE id = ?

-- name: payoutsInStates
SELECT number, id, created_at, retry_of, state, state_before_error, version, maker, attempt, changed_at, state_since,
    recipient_name, recipient_account, sender_account, purpose, amount_kopecks, reason_code, reason_text, draft,
    recipient_inn, recipient_bik, document_key, import_key
FROM payout WHERE state IN (SELECT value FROM json_each(?)) AND state_since >= ?
ORDER BY changed_at, number

-- name: retriesOf
SELECT number, id, created_at, retry_of, state, state_before_error, version, maker, attempt, changed_at, state_since,
    recipient_name, recipient_account, sender_account, purpose, amount_kopecks, reason_code, reason_text, draft,
    recipient_inn, recipient_bik, document_key, import_key
FROM payout WHERE retry_of = ? AND number > (SELECT number FROM payout WHERE id = ?)
ORDER BY number

-- name: insertInstruction
INSERT INTO instruction (payout, version, content, content_sha256, maker, frozen_at, source)
VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: instruction
SELECT payout, version, content, content_sha256, maker, frozen_at, source FROM instruction
WHERE payout = ? AND version = ?

-- name: latestInstruction
SELECT payout, version, content, content_sha256, maker, frozen_at, source FROM instruction WHERE payout = ?
ORDER BY version DESC LIMIT 1

-- name: approvedKopecksSince
SELECT coalesce(sum(amount_kopecks), 0) FROM payout
WHERE id <> ? AND id IN (SELECT payout FROM decision WHERE kind = 'approve' AND voided = 0 AND decided_at >= ?
    UNION SELECT p.id FROM payout AS p JOIN attempt AS a ON a.payout = p.id JOIN intent AS i ON i.attempt = a.id
            JOIN send AS s ON s.intent = i.id
        WHERE p.state IN ('confirming', 'confirmUnknown', 'executing', 'paid', 'returned', 'bankError', 'hold')
            AND p.changed_at >= ? AND i.kind = 'confirm' AND i.status <> 'voided' AND s.started_at >= ?)

-- name: insertAttempt
INSERT INTO attempt (id, payout, version, number, opened_at, session_id, bank_payout_id, standing, rank,
    ready_at_micros)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: updateAttempt
UPDATE attempt SET session_id = ?, bank_payout_id = ?, standing = ?, rank = ?, ready_at_micros = ? WHERE id = ?

-- name: attempt
SELECT id, payout, version, number, opened_at, session_id, bank_payout_id, standing, rank, ready_at_micros
FROM attempt WHERE id = ?

-- name: attemptOfSession
SELECT id, payout, version, number, opened_at, session_id, bank_payout_id, standing, rank, ready_at_micros
FROM attempt WHERE session_id = ?

-- name: attempts
SELECT id, payout, version, number, opened_at, session_id, bank_payout_id, standing, rank, ready_at_micros
FROM attempt WHERE payout = ? ORDER BY number
