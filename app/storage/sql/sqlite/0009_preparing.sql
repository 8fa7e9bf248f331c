-- Templates that drafts are made from, and an index that finds which directories of banks were taken. Never edited once
-- released.

-- A template may go: what was made from it keeps its name and version.

CREATE TABLE template (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    version INTEGER NOT NULL CHECK (version >= 1),
    name TEXT NOT NULL CHECK (name <> ''),
    look TEXT NOT NULL UNIQUE,
    draft BLOB NOT NULL,
    user TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER template_version_grows BEFORE UPDATE ON template
WHEN new.version <> old.version + 1 OR new.id <> old.id
BEGIN
    SELECT RAISE(ABORT, 'each change of a template is a new version');
END;

CREATE INDEX audit_directory ON audit (sequence) WHERE json_extract(body, '$.what') = 'directoryTaken';
