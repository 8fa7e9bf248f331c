-- The records of payout-lifecycle.md section 3. Times are milliseconds since 1970 in UTC, amounts kopecks, states and
-- kinds words, digests 64 hexadecimal digits. Statements are separated by empty lines. Never edited once released.

CREATE TABLE schema_migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE payout (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    state TEXT NOT NULL CHECK (state IN ('draft', 'queued', 'creating', 'open', 'starting', 'startUnknown', 'waitBank',
        'review', 'mismatch', 'approved', 'confirming', 'confirmUnknown', 'executing', 'cancelling', 'cancelUnknown',
        'closing', 'paid', 'failed', 'cancelled', 'returned', 'bankError', 'hold')),
    state_before_error TEXT CHECK (state_before_error IN ('draft', 'queued', 'creating', 'open', 'starting',
        'startUnknown', 'waitBank', 'review', 'mismatch', 'approved', 'confirming', 'confirmUnknown', 'executing',
        'cancelling', 'cancelUnknown', 'closing', 'paid', 'failed', 'cancelled', 'returned', 'bankError', 'hold')),
    version INTEGER NOT NULL CHECK (version >= 0),
    maker TEXT NOT NULL,
    attempt TEXT REFERENCES attempt (id) DEFERRABLE INITIALLY DEFERRED,
    retry_of TEXT REFERENCES payout (id),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    state_since INTEGER NOT NULL,
    recipient_name TEXT NOT NULL,
    recipient_account TEXT NOT NULL,
    sender_account TEXT NOT NULL,
    purpose TEXT NOT NULL,
    amount_kopecks INTEGER CHECK (amount_kopecks >= 0),
    reason_code TEXT NOT NULL,
    reason_text TEXT NOT NULL,
    search TEXT NOT NULL,
    open_alarms INTEGER NOT NULL DEFAULT 0 CHECK (open_alarms >= 0),
    folder TEXT GENERATED ALWAYS AS (CASE
        WHEN state IN ('review', 'mismatch') THEN 'toReview'
        WHEN state IN ('startUnknown', 'confirmUnknown', 'cancelUnknown', 'closing', 'bankError', 'hold')
            THEN 'needsAttention'
        WHEN state = 'draft' THEN 'drafts'
        WHEN state IN ('queued', 'creating', 'open', 'starting', 'waitBank', 'cancelling')
            THEN 'checking'
        WHEN state IN ('approved', 'confirming', 'executing') THEN 'beingPaid'
        ELSE state END) VIRTUAL,
    draft BLOB NOT NULL
) STRICT;

CREATE TABLE instruction (
    payout TEXT NOT NULL REFERENCES payout (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    content BLOB NOT NULL,
    content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
    maker TEXT NOT NULL,
    frozen_at INTEGER NOT NULL,
    PRIMARY KEY (payout, version)
) STRICT;

CREATE TABLE attempt (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    payout TEXT NOT NULL,
    version INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    session_id TEXT UNIQUE CHECK (session_id <> ''),
    bank_payout_id TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('live', 'orphan', 'fenced')),
    rank INTEGER NOT NULL CHECK (rank BETWEEN -1 AND 5),
    ready_at_micros INTEGER,
    opened_at INTEGER NOT NULL,
    UNIQUE (payout, number),
    UNIQUE (id, payout),
    FOREIGN KEY (payout, version) REFERENCES instruction (payout, version)
) STRICT;

CREATE TABLE intent (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    attempt TEXT NOT NULL,
    payout TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('create', 'start', 'confirm', 'cancel')),
    body BLOB NOT NULL,
    body_sha256 TEXT NOT NULL CHECK (length(body_sha256) = 64),
    idempotency_key TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('ready', 'inflight', 'answered', 'unknown', 'voided')),
    not_before INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    FOREIGN KEY (attempt, payout) REFERENCES attempt (id, payout)
) STRICT;

CREATE TABLE send (
    intent TEXT NOT NULL REFERENCES intent (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    fence INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    class TEXT CHECK (class IN ('ok', 'refused', 'notSent', 'unknown')),
    body_bytes_pulled INTEGER NOT NULL,
    http_status INTEGER NOT NULL,
    failure_text TEXT NOT NULL,
    response BLOB NOT NULL,
    response_sha256 TEXT NOT NULL,
    PRIMARY KEY (intent, number),
    CHECK ((ended_at IS NULL) = (class IS NULL))
) STRICT;

CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body BLOB NOT NULL,
    body_sha256 TEXT NOT NULL UNIQUE CHECK (length(body_sha256) = 64),
    signature BLOB NOT NULL,
    key_fingerprint TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('webhook', 'dropFolder', 'status', 'callAnswer')),
    peer TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    processed INTEGER NOT NULL CHECK (processed IN (0, 1)),
    quarantined INTEGER NOT NULL CHECK (quarantined IN (0, 1)),
    note TEXT NOT NULL
) STRICT;

CREATE TABLE inbox_repeat (
    id INTEGER PRIMARY KEY,
    inbox INTEGER NOT NULL REFERENCES inbox (id),
    received_at INTEGER NOT NULL,
    peer TEXT NOT NULL
) STRICT;

CREATE TABLE observation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('none', 'work', 'ready', 'paid', 'failed', 'cancelled', 'returned', 'error',
        'multiple', 'gone')),
    rank INTEGER CHECK (rank BETWEEN 0 AND 5),
    source TEXT NOT NULL CHECK (source IN ('webhook', 'dropFolder', 'status', 'callAnswer')),
    source_id TEXT NOT NULL,
    session_status TEXT NOT NULL,
    next_action TEXT NOT NULL,
    payout_count INTEGER NOT NULL CHECK (payout_count >= 0),
    bank_payout_id TEXT NOT NULL,
    payout_status TEXT NOT NULL,
    updated_at_micros INTEGER,
    error_code TEXT NOT NULL,
    error_text TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    observed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE confirm_info (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id TEXT NOT NULL,
    bytes BLOB NOT NULL,
    bytes_sha256 TEXT NOT NULL CHECK (length(bytes_sha256) = 64),
    canon_sha256 TEXT NOT NULL CHECK (length(canon_sha256) = 64),
    message BLOB NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('webhook', 'dropFolder', 'status', 'callAnswer')),
    source_id TEXT NOT NULL,
    key_fingerprint TEXT NOT NULL,
    received_at INTEGER NOT NULL
) STRICT;

CREATE TABLE view (
    view_sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(view_sha256) = 64),
    payout TEXT NOT NULL,
    attempt TEXT NOT NULL,
    confirm_info INTEGER REFERENCES confirm_info (id),
    bytes BLOB NOT NULL,
    user TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    FOREIGN KEY (attempt, payout) REFERENCES attempt (id, payout)
) STRICT;

CREATE TABLE decision (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    payout TEXT NOT NULL,
    attempt TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('approve', 'cancel')),
    content_sha256 TEXT NOT NULL,
    confirm_info_sha256 TEXT NOT NULL,
    view_sha256 TEXT NOT NULL,
    session_id TEXT NOT NULL,
    ticks TEXT NOT NULL CHECK (json_valid(ticks)),
    user TEXT NOT NULL,
    role TEXT NOT NULL,
    reason TEXT NOT NULL,
    auth_method TEXT NOT NULL,
    signature BLOB NOT NULL,
    opened_at INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    nonce TEXT NOT NULL,
    voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
    void_reason TEXT NOT NULL,
    FOREIGN KEY (attempt, payout) REFERENCES attempt (id, payout)
) STRICT;

CREATE TABLE alarm (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('contradiction', 'unconfirmed', 'foreign', 'doubleSession', 'fenced',
        'doublePay', 'unexpected', 'unmatched', 'unreadable', 'journalAhead', 'auditBroken', 'storeFailed')),
    payout TEXT REFERENCES payout (id),
    session_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    raised_at INTEGER NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1))
) STRICT;

CREATE TABLE freeze (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    frozen INTEGER NOT NULL CHECK (frozen IN (0, 1)),
    cause TEXT NOT NULL,
    user TEXT NOT NULL,
    reason TEXT NOT NULL,
    since INTEGER NOT NULL
) STRICT;

CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    fence INTEGER NOT NULL CHECK (fence >= 1),
    until INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
    previous_hash TEXT NOT NULL UNIQUE CHECK (length(previous_hash) = 64),
    body TEXT NOT NULL CHECK (json_valid(body)),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

-- L1: at most one confirm per payout that is not void, over all its attempts.

CREATE UNIQUE INDEX intent_one_confirm ON intent (payout) WHERE kind = 'confirm' AND status <> 'voided';

-- L2: at most one start per bank session that is not void.

CREATE UNIQUE INDEX intent_one_start ON intent (attempt) WHERE kind = 'start' AND status <> 'voided';

-- L3: confirm and cancel of one attempt exclude each other.

CREATE UNIQUE INDEX intent_confirm_or_cancel ON intent (attempt)
    WHERE kind IN ('confirm', 'cancel') AND status <> 'voided';

-- One open attempt per payout: an orphan is closed, a fenced attempt given up.

CREATE UNIQUE INDEX attempt_one_live ON attempt (payout) WHERE standing = 'live';

CREATE INDEX payout_state ON payout (state, changed_at, number);

CREATE INDEX payout_paid_account ON payout (recipient_account) WHERE state = 'paid';

CREATE INDEX intent_attempt ON intent (attempt, created_at);

CREATE INDEX intent_ready ON intent (created_at) WHERE status = 'ready';

CREATE INDEX intent_inflight ON intent (created_at) WHERE status = 'inflight';

CREATE INDEX inbox_unprocessed ON inbox (id) WHERE processed = 0;

CREATE INDEX inbox_quarantined ON inbox (id) WHERE quarantined = 1;

CREATE INDEX observation_session ON observation (session_id, id);

CREATE INDEX confirm_info_session ON confirm_info (session_id, id);

CREATE INDEX decision_attempt ON decision (attempt, decided_at);

CREATE INDEX decision_payout ON decision (payout, decided_at);

CREATE INDEX decision_decided ON decision (decided_at);

CREATE INDEX alarm_open ON alarm (payout) WHERE open = 1;

CREATE INDEX audit_payout ON audit (json_extract(body, '$.payout'), sequence);
