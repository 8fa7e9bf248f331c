-- What the bank said: inbox, observations, answers.

-- name: inboxIdOfBody
SELECT id FROM inbox WHERE body_sha256 = ?

-- name: insertInbox
INSERT INTO inbox (body, body_sha256, signature, key_fingerprint, source, peer, received_at, processed, quarantined,
    note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: insertInboxRepeat
INSERT INTO inbox_repeat (inbox, received_at, peer) VALUES (?, ?, ?)

-- name: unprocessedInbox
SELECT id, body, body_sha256, signature, key_fingerprint, source, peer, received_at, processed, quarantined, note
FROM inbox WHERE processed = 0 AND quarantined = 0 ORDER BY id LIMIT ?

-- name: unmatchedInbox
SELECT id, body, body_sha256, signature, key_fingerprint, source, peer, received_at, processed, quarantined, note
FROM inbox WHERE quarantined = 1 AND note = 'unknownSession' ORDER BY id

-- name: setInboxProcessed
UPDATE inbox SET processed = 1, quarantined = ?, note = ? WHERE id = ?

-- name: insertObservation
INSERT INTO observation (session_id, kind, rank, source, source_id, session_status, next_action, payout_count,
    bank_payout_id, payout_status, updated_at_micros, error_code, error_text, raw_sha256, observed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: observations
SELECT id, session_id, kind, rank, source, source_id, session_status, next_action, payout_count, bank_payout_id,
    payout_status, updated_at_micros, error_code, error_text, raw_sha256, observed_at
FROM observation WHERE session_id = ? ORDER BY id DESC LIMIT ?

-- name: wasObserved
SELECT EXISTS (SELECT 1 FROM observation WHERE session_id = ? AND kind = ?)

-- name: insertConfirmInfo
INSERT INTO confirm_info (session_id, bytes, bytes_sha256, canon_sha256, message, source, source_id, key_fingerprint,
    received_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: latestConfirmInfo
SELECT id, session_id, bytes, bytes_sha256, canon_sha256, message, source, source_id, key_fingerprint, received_at
FROM confirm_info WHERE session_id = ? ORDER BY id DESC LIMIT 1

-- name: confirmInfo
SELECT id, session_id, bytes, bytes_sha256, canon_sha256, message, source, source_id, key_fingerprint, received_at
FROM confirm_info WHERE id = ?
