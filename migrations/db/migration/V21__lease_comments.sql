-- Repeating any of these does no harm, so they may share a file.
COMMENT ON TABLE lease IS 'Which engine keeps an account. An intent or transition is written only together with a renewal that still meets the writer''s epoch.';
COMMENT ON COLUMN lease.owner IS 'Process and host, for people; the epoch is what tells engines apart.';
COMMENT ON COLUMN lease.epoch IS 'Raised each time an engine takes the account.';
COMMENT ON COLUMN lease.expires_ms IS 'By the database''s clock; from then on another engine may take the account.'
