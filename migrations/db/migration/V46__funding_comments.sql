-- Repeating either of these does no harm, so they may share a file.
COMMENT ON COLUMN decision.funding_e8 IS 'Funding expected at funding_ms, USD; positive is paid; null where the strategy does not use it or it could not be read.';
COMMENT ON COLUMN decision.funding_ms IS 'When funding fell due next; null where funding_e8 is, or no position pays any.'
