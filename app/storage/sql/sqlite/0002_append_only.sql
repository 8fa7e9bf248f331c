-- What has been written stays: append-only tables refuse UPDATE and DELETE, the others refuse to change what is fixed.
-- Never edited once released.

CREATE TRIGGER instruction_no_update BEFORE UPDATE ON instruction
BEGIN
    SELECT RAISE(ABORT, 'instruction is append-only');
END;

CREATE TRIGGER instruction_no_delete BEFORE DELETE ON instruction
BEGIN
    SELECT RAISE(ABORT, 'instruction is append-only');
END;

CREATE TRIGGER observation_no_update BEFORE UPDATE ON observation
BEGIN
    SELECT RAISE(ABORT, 'observation is append-only');
END;

CREATE TRIGGER observation_no_delete BEFORE DELETE ON observation
BEGIN
    SELECT RAISE(ABORT, 'observation is append-only');
END;

CREATE TRIGGER confirm_info_no_update BEFORE UPDATE ON confirm_info
BEGIN
    SELECT RAISE(ABORT, 'confirm_info is append-only');
END;

CREATE TRIGGER confirm_info_no_delete BEFORE DELETE ON confirm_info
BEGIN
    SELECT RAISE(ABORT, 'confirm_info is append-only');
END;

CREATE TRIGGER view_no_update BEFORE UPDATE ON view
BEGIN
    SELECT RAISE(ABORT, 'view is append-only');
END;

CREATE TRIGGER view_no_delete BEFORE DELETE ON view
BEGIN
    SELECT RAISE(ABORT, 'view is append-only');
END;

CREATE TRIGGER freeze_no_update BEFORE UPDATE ON freeze
BEGIN
    SELECT RAISE(ABORT, 'freeze is append-only');
END;

CREATE TRIGGER freeze_no_delete BEFORE DELETE ON freeze
BEGIN
    SELECT RAISE(ABORT, 'freeze is append-only');
END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;

CREATE TRIGGER inbox_repeat_no_update BEFORE UPDATE ON inbox_repeat
BEGIN
    SELECT RAISE(ABORT, 'inbox_repeat is append-only');
END;

CREATE TRIGGER inbox_repeat_no_delete BEFORE DELETE ON inbox_repeat
BEGIN
    SELECT RAISE(ABORT, 'inbox_repeat is append-only');
END;

CREATE TRIGGER schema_migration_no_update BEFORE UPDATE ON schema_migration
BEGIN
    SELECT RAISE(ABORT, 'schema_migration is append-only');
END;

CREATE TRIGGER schema_migration_no_delete BEFORE DELETE ON schema_migration
BEGIN
    SELECT RAISE(ABORT, 'schema_migration is append-only');
END;

CREATE TRIGGER attempt_no_delete BEFORE DELETE ON attempt
BEGIN
    SELECT RAISE(ABORT, 'attempt is append-only');
END;

CREATE TRIGGER intent_no_delete BEFORE DELETE ON intent
BEGIN
    SELECT RAISE(ABORT, 'intent is append-only');
END;

CREATE TRIGGER send_no_delete BEFORE DELETE ON send
BEGIN
    SELECT RAISE(ABORT, 'send is append-only');
END;

CREATE TRIGGER inbox_no_delete BEFORE DELETE ON inbox
BEGIN
    SELECT RAISE(ABORT, 'inbox is append-only');
END;

CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
BEGIN
    SELECT RAISE(ABORT, 'decision is append-only');
END;

CREATE TRIGGER alarm_no_delete BEFORE DELETE ON alarm
BEGIN
    SELECT RAISE(ABORT, 'alarm is append-only');
END;

CREATE TRIGGER lease_no_delete BEFORE DELETE ON lease
BEGIN
    SELECT RAISE(ABORT, 'lease is append-only');
END;

CREATE TRIGGER payout_no_delete BEFORE DELETE ON payout WHEN old.state <> 'draft' OR old.version <> 0
BEGIN
    SELECT RAISE(ABORT, 'only a draft that was never submitted can be deleted');
END;

CREATE TRIGGER payout_fixed BEFORE UPDATE OF number, id, created_at, retry_of ON payout
BEGIN
    SELECT RAISE(ABORT, 'this part of payout never changes');
END;

CREATE TRIGGER attempt_fixed BEFORE UPDATE OF id, payout, version, number, opened_at ON attempt
BEGIN
    SELECT RAISE(ABORT, 'this part of attempt never changes');
END;

CREATE TRIGGER intent_fixed BEFORE UPDATE OF id, attempt, payout, kind, body, body_sha256, idempotency_key, created_at ON intent
BEGIN
    SELECT RAISE(ABORT, 'this part of intent never changes');
END;

CREATE TRIGGER send_fixed BEFORE UPDATE OF intent, number, fence, started_at ON send
BEGIN
    SELECT RAISE(ABORT, 'this part of send never changes');
END;

CREATE TRIGGER inbox_fixed BEFORE UPDATE OF id, body, body_sha256, signature, key_fingerprint, source, peer, received_at ON inbox
BEGIN
    SELECT RAISE(ABORT, 'this part of inbox never changes');
END;

CREATE TRIGGER decision_fixed BEFORE UPDATE OF id, payout, attempt, kind, content_sha256, confirm_info_sha256, view_sha256, session_id, ticks, user,
        role, reason, auth_method, signature, opened_at, decided_at, expires_at, nonce ON decision
BEGIN
    SELECT RAISE(ABORT, 'this part of decision never changes');
END;

CREATE TRIGGER alarm_fixed BEFORE UPDATE OF id, kind, payout, session_id, detail, raised_at ON alarm
BEGIN
    SELECT RAISE(ABORT, 'this part of alarm never changes');
END;

CREATE TRIGGER attempt_session_stays BEFORE UPDATE ON attempt WHEN old.session_id IS NOT NULL AND old.session_id IS NOT new.session_id
BEGIN
    SELECT RAISE(ABORT, 'an attempt keeps its session');
END;

CREATE TRIGGER attempt_rank_grows BEFORE UPDATE ON attempt WHEN new.rank < old.rank
BEGIN
    SELECT RAISE(ABORT, 'the rank of an attempt never falls');
END;

CREATE TRIGGER intent_void_stays BEFORE UPDATE ON intent WHEN old.status = 'voided'
BEGIN
    SELECT RAISE(ABORT, 'a void intent stays void');
END;

CREATE TRIGGER send_once BEFORE UPDATE ON send WHEN old.ended_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a send ends once');
END;

CREATE TRIGGER decision_void_stays BEFORE UPDATE ON decision WHEN old.voided = 1
BEGIN
    SELECT RAISE(ABORT, 'a void decision stays void');
END;

CREATE TRIGGER alarm_closed_stays BEFORE UPDATE ON alarm WHEN old.open = 0
BEGIN
    SELECT RAISE(ABORT, 'a closed alarm stays closed');
END;

CREATE TRIGGER lease_fence_grows BEFORE UPDATE ON lease WHEN new.fence < old.fence
BEGIN
    SELECT RAISE(ABORT, 'a fence never falls');
END;
