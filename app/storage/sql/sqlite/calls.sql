-- Intents and the transmissions made of them.

-- name: insertIntent
INSERT INTO intent (id, attempt, payout, kind, body, body_sha256, idempotency_key, status, not_before, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: setIntentStatus
UPDATE intent SET status = ?, not_before = ? WHERE id = ?

-- name: intent
SELECT id, attempt, payout, kind, body, body_sha256, idempotency_key, status, not_before, created_at
FROM intent WHERE id = ?

-- name: entriesUnknown
SELECT e.key FROM json_each(?) AS e
WHERE NOT EXISTS (SELECT 1 FROM intent WHERE id = json_extract(e.value, '$[0]'))
    AND NOT EXISTS (SELECT 1 FROM seen_entry WHERE intent = json_extract(e.value, '$[0]'))
ORDER BY e.key

-- name: entriesUnsent
SELECT e.key FROM json_each(?) AS e JOIN intent AS i ON i.id = json_extract(e.value, '$[0]')
WHERE (i.status IN ('ready', 'inflight', 'unknown') OR i.status = 'answered' AND i.kind = 'cancel')
    AND NOT EXISTS (SELECT 1 FROM send WHERE intent = i.id AND number = json_extract(e.value, '$[1]'))
ORDER BY e.key

-- name: lostCommitsSince
SELECT EXISTS (SELECT 1 FROM seen_entry WHERE seen_at >= ?)
    OR EXISTS (SELECT 1 FROM freeze WHERE cause IN ('restored', 'brought') AND since >= ?)

-- name: frozenByReturn
SELECT EXISTS (SELECT 1 FROM freeze
               WHERE cause IN ('restored', 'brought')
                 AND id > (SELECT coalesce(max(id), 0) FROM freeze WHERE frozen = 0))

-- name: insertSeenEntry
INSERT INTO seen_entry (intent, call, session_id, seen_at) VALUES (?, ?, ?, ?) ON CONFLICT (intent) DO NOTHING

-- name: sessionsBeingGivenUp
SELECT a.session_id FROM attempt AS a
WHERE a.standing = 'fenced' AND a.session_id IS NOT NULL
    AND (EXISTS (SELECT 1 FROM intent AS i WHERE i.attempt = a.id
            AND (i.kind = 'cancel' OR i.kind IN ('start', 'confirm') AND i.status <> 'voided'))
        OR NOT EXISTS (SELECT 1 FROM intent AS i WHERE i.attempt = a.id))
    AND NOT EXISTS (SELECT 1 FROM observation AS o WHERE o.session_id = a.session_id AND o.rank >= 4)

-- name: sessionsUnreadSince
SELECT DISTINCT a.session_id
FROM send AS s JOIN intent AS i ON i.id = s.intent JOIN attempt AS a ON a.id = i.attempt
WHERE s.started_at >= ? AND a.session_id IS NOT NULL AND i.kind <> 'create'
    AND NOT EXISTS (SELECT 1 FROM observation AS o
        WHERE o.session_id = a.session_id AND o.source = 'status' AND o.id >= s.told_from)

-- name: intents
SELECT id, attempt, payout, kind, body, body_sha256, idempotency_key, status, not_before, created_at
FROM intent WHERE attempt = ? ORDER BY created_at, rowid

-- name: readyIntents
SELECT id, attempt, payout, kind, body, body_sha256, idempotency_key, status, not_before, created_at
FROM intent WHERE status = 'ready' AND (not_before <= ? OR not_before > ? + 60000) ORDER BY created_at, rowid

-- name: inflightIntents
SELECT id, attempt, payout, kind, body, body_sha256, idempotency_key, status, not_before, created_at
FROM intent WHERE status = 'inflight' ORDER BY created_at, rowid

-- name: insertSend
INSERT INTO send (intent, number, fence, started_at, ended_at, class, body_bytes_pulled, http_status, failure_text,
    response, response_sha256, told_from)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) + 1 FROM observation))

-- name: completeSend
UPDATE send SET ended_at = ?, class = ?, body_bytes_pulled = ?, http_status = ?, failure_text = ?, response = ?,
    response_sha256 = ?, told_from = (SELECT coalesce(max(id), 0) + 1 FROM observation)
WHERE intent = ? AND number = ?

-- name: sends
SELECT intent, number, fence, started_at, ended_at, class, body_bytes_pulled, http_status, failure_text, response,
    response_sha256, told_from
FROM send WHERE intent = ? ORDER BY number

-- name: sendsOfAttempt
SELECT s.intent, s.number, s.fence, s.started_at, s.ended_at, s.class, s.body_bytes_pulled, s.http_status,
    s.failure_text, s.response, s.response_sha256, s.told_from
FROM send AS s JOIN intent AS i ON i.id = s.intent WHERE i.attempt = ? ORDER BY s.started_at, s.rowid
