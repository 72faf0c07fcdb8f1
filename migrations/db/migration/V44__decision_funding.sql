-- Null where the strategy does not use it, or it could not be read.
ALTER TABLE decision ADD COLUMN funding_e8 BIGINT
