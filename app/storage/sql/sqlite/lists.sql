-- Pages, searches and counts for the window.

-- name: folderCounts
SELECT folder, payouts FROM folder_count

-- name: folderCount
SELECT payouts FROM folder_count WHERE folder = ?

-- name: listNewestFirst
SELECT number FROM listing WHERE folder = ? ORDER BY changed_at DESC, number DESC LIMIT ? OFFSET ?

-- name: listOldestFirst
SELECT number FROM listing WHERE folder = ? ORDER BY changed_at, number LIMIT ? OFFSET ?

-- name: searchByReading
SELECT l.number
FROM (SELECT number, changed_at FROM listing WHERE folder = ? ORDER BY changed_at DESC, number DESC LIMIT ?) AS l
CROSS JOIN payout AS p ON p.number = l.number
WHERE NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE instr(p.search, word.value) = 0)
ORDER BY l.changed_at DESC, l.number DESC

-- name: searchByIndex
SELECT number
FROM (SELECT p.number AS number, p.changed_at AS changed_at
    FROM payout_search AS s
    CROSS JOIN payout AS p ON p.number = s.rowid
    CROSS JOIN listing AS l ON l.folder = ? AND l.changed_at = p.changed_at AND l.number = p.number
    WHERE s.search MATCH ?
        AND NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE instr(p.search, word.value) = 0)
    ORDER BY s.rowid DESC LIMIT ?)
ORDER BY changed_at DESC, number DESC

-- name: listRows
SELECT p.id, p.number, p.state, p.recipient_name, p.recipient_account, p.purpose, p.amount_kopecks, p.changed_at,
    p.state_since, p.reason_code, p.open_alarms > 0
FROM json_each(?) AS wanted CROSS JOIN payout AS p ON p.number = wanted.value
ORDER BY wanted.key
