-- Templates that drafts are made from.

-- name: templates
SELECT id, version, name, draft, user, changed_at FROM template ORDER BY look LIMIT 1000

-- name: template
SELECT id, version, name, draft, user, changed_at FROM template WHERE id = ?

-- name: templateOfLook
SELECT id, version, name, draft, user, changed_at FROM template WHERE look = ?

-- name: insertTemplate
INSERT INTO template (id, version, name, look, draft, user, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: updateTemplate
UPDATE template SET version = ?, name = ?, look = ?, draft = ?, user = ?, changed_at = ? WHERE id = ?

-- name: deleteTemplate
DELETE FROM template WHERE id = ?
