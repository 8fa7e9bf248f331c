-- What people saw and decided; alarms, freeze, lease and audit.

-- name: insertView
INSERT INTO view (view_sha256, payout, attempt, confirm_info, bytes, user, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (view_sha256) DO NOTHING

-- name: view
SELECT view_sha256, payout, attempt, confirm_info, bytes, user, opened_at FROM view WHERE view_sha256 = ?

-- name: insertDecision
INSERT INTO decision (id, payout, attempt, kind, content_sha256, confirm_info_sha256, view_sha256, session_id, ticks,
    user, role, reason, auth_method, signature, opened_at, decided_at, expires_at, nonce, voided, void_reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: decisions
SELECT id, payout, attempt, kind, content_sha256, confirm_info_sha256, view_sha256, session_id, ticks, user, role,
    reason, auth_method, signature, opened_at, decided_at, expires_at, nonce, voided, void_reason
FROM decision WHERE attempt = ? ORDER BY decided_at DESC, rowid DESC

-- name: decisionsOfPayout
SELECT id, payout, attempt, kind, content_sha256, confirm_info_sha256, view_sha256, session_id, ticks, user, role,
    reason, auth_method, signature, opened_at, decided_at, expires_at, nonce, voided, void_reason
FROM decision WHERE payout = ? ORDER BY decided_at DESC, rowid DESC

-- name: voidDecisions
UPDATE decision SET voided = 1, void_reason = ? WHERE attempt = ? AND voided = 0

-- name: insertAlarm
INSERT INTO alarm (kind, payout, session_id, detail, raised_at, open) VALUES (?, ?, ?, ?, ?, ?)

-- name: openAlarms
SELECT id, kind, payout, session_id, detail, raised_at, open FROM alarm WHERE open = 1 ORDER BY id

-- name: openAlarmsOfPayout
SELECT id, kind, payout, session_id, detail, raised_at, open FROM alarm WHERE open = 1 AND payout = ? ORDER BY id

-- name: openAlarmsOfSession
SELECT id, kind, payout, session_id, detail, raised_at, open FROM alarm WHERE open = 1 AND session_id = ? ORDER BY id

-- name: openGeneralAlarms
SELECT id, kind, payout, session_id, detail, raised_at, open FROM alarm WHERE open = 1 AND payout IS NULL ORDER BY id

-- name: closeAlarms
UPDATE alarm SET open = 0 WHERE open = 1 AND payout IS ?

-- name: insertFreeze
INSERT INTO freeze (frozen, cause, user, reason, since) VALUES (?, ?, ?, ?, ?)

-- name: freeze
SELECT frozen, cause, user, reason, since FROM freeze ORDER BY id DESC LIMIT 1

-- name: takeLease
INSERT INTO lease (name, holder, fence, until) VALUES (?, ?, 1, ?)
ON CONFLICT (name) DO UPDATE SET fence = fence + (holder <> excluded.holder), holder = excluded.holder,
    until = excluded.until

-- name: currentFence
SELECT fence FROM lease WHERE name = ?

-- name: insertAudit
INSERT INTO audit (sequence, previous_hash, body, hash) VALUES (?, ?, ?, ?)

-- name: auditHead
SELECT sequence, CAST(previous_hash AS BLOB), CAST(body AS BLOB), CAST(hash AS BLOB) FROM audit ORDER BY sequence DESC LIMIT 1

-- name: auditFrom
SELECT sequence, CAST(previous_hash AS BLOB), CAST(body AS BLOB), CAST(hash AS BLOB) FROM audit WHERE sequence >= ? ORDER BY sequence LIMIT ?

-- name: historyOfPayout
SELECT body FROM audit WHERE json_extract(body, '$.payout') = ? ORDER BY sequence

-- name: directoriesTaken
SELECT json_extract(body, '$.details.sha256') FROM audit WHERE json_extract(body, '$.what') = 'directoryTaken'
ORDER BY sequence DESC LIMIT ?
