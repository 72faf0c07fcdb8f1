-- Null where funding_e8 is, or no position pays any.
ALTER TABLE decision ADD COLUMN funding_ms BIGINT
