-- Pages, searches and counts for the window.

-- name: folderCounts
SELECT folder, payouts FROM folder_count

-- name: folderCount
SELECT payouts FROM folder_count WHERE folder = ?

-- name: blockFromNewest
SELECT block, newer
FROM (SELECT block, payouts, sum(payouts) OVER (ORDER BY block DESC) - payouts AS newer
    FROM listing_block WHERE folder = ?)
WHERE newer + payouts > ? LIMIT 1

-- name: listNewestFirst
SELECT number FROM listing WHERE folder = ? AND number < (? + 1) << 9 ORDER BY number DESC LIMIT ? OFFSET ?

-- name: listOldestFirst
SELECT number FROM listing WHERE folder = ? ORDER BY number LIMIT ? OFFSET ?

-- name: searchByReading
SELECT l.number
FROM (SELECT number FROM listing WHERE folder = ? ORDER BY number DESC LIMIT ?) AS l
CROSS JOIN payout AS p ON p.number = l.number
WHERE NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE instr(p.search, word.value) = 0)
ORDER BY l.number DESC

-- name: searchByIndex
SELECT s.rowid
FROM payout_search AS s
CROSS JOIN listing AS l ON l.folder = ? AND l.number = s.rowid
WHERE s.search MATCH ?
ORDER BY s.rowid DESC LIMIT ?

-- name: searchByIndexAndText
SELECT s.rowid
FROM payout_search AS s
CROSS JOIN listing AS l ON l.folder = ? AND l.number = s.rowid
CROSS JOIN payout AS p ON p.number = s.rowid
WHERE s.search MATCH ? AND NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE instr(p.search, word.value) = 0)
ORDER BY s.rowid DESC LIMIT ?

-- name: listRows
SELECT p.id, p.number, p.state, p.recipient_name, p.recipient_account, p.purpose, p.amount_kopecks, p.changed_at,
    p.state_since, p.reason_code, p.open_alarms > 0,
    EXISTS (SELECT 1 FROM recipient_act AS a WHERE a.payout = p.id AND a.version = p.version),
    p.recipient_bik, p.recipient_inn, p.sender_account,
    COALESCE((SELECT c.bytes FROM attempt AS t CROSS JOIN confirm_info AS c ON c.session_id = t.session_id
        WHERE t.id = p.attempt ORDER BY c.id DESC LIMIT 1), x''),
    CASE WHEN p.state = 'draft' THEN p.draft ELSE x'' END, COALESCE(p.retry_of, '')
FROM json_each(?) AS wanted CROSS JOIN payout AS p ON p.number = wanted.value
ORDER BY wanted.key

-- name: exportRows
SELECT p.number, p.state, p.state_since, p.created_at, p.sender_account, p.recipient_name, p.recipient_bik,
    p.recipient_account, p.amount_kopecks, p.purpose, p.draft, COALESCE(i.content, x''), COALESCE(i.source, x''),
    COALESCE(t.session_id, ''), COALESCE(t.bank_payout_id, ''),
    (SELECT min(o.updated_at_micros) FROM observation AS o WHERE o.session_id = t.session_id AND o.kind = 'paid')
FROM json_each(?) AS wanted CROSS JOIN payout AS p ON p.number = wanted.value
LEFT JOIN instruction AS i ON i.payout = p.id AND i.version = p.version
LEFT JOIN attempt AS t ON t.id = p.attempt
ORDER BY wanted.key
