-- Which observations were made after a transmission: those with this number or a later one. Local clocks may jump, the
-- order of the records does not. Never edited once released.

ALTER TABLE send ADD COLUMN told_from INTEGER NOT NULL DEFAULT 0;
