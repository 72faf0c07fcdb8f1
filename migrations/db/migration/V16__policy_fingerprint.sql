-- Null when amounts are not marked.
ALTER TABLE policy ADD COLUMN fingerprint_decimals INTEGER
