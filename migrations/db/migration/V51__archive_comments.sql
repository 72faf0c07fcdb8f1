-- Repeating any of these does no harm, so they may share a file.
COMMENT ON TABLE archive IS 'Months whose ticks that moved nothing, and calls, are in a file. Everything else of them is still in its table.';
COMMENT ON COLUMN archive.utc_month IS 'The month at whose end the stretch was cut, such as 2026-09, by UTC.';
COMMENT ON COLUMN archive.first_sequence IS 'The stretch of the account''s chain; the stretches of an account follow each other without a gap.';
COMMENT ON COLUMN archive.head IS 'The hash of the last link of the stretch, wherever that link is.';
COMMENT ON COLUMN archive.from_ms IS 'The earliest time of what is in the file; to_ms is the latest.';
COMMENT ON COLUMN archive.last_call IS 'The file has the calls of the month up to this id; 0 when it has none.';
COMMENT ON COLUMN archive.folder IS 'Where the file was written; empty for the folder archive beside an H2 journal, wherever that is.';
COMMENT ON COLUMN archive.sha256 IS 'Of the file as it is on disk.'
