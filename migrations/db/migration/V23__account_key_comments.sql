-- Repeating any of these does no harm, so they may share a file.
COMMENT ON TABLE account_key IS 'The API keys by which accounts were reached, never the keys themselves. All of one account are of one environment.';
COMMENT ON COLUMN account_key.account IS 'The account''s name: a key is known from the start on, an account from its first tick.';
COMMENT ON COLUMN account_key.fingerprint IS 'The SHA-256 of the API key.';
COMMENT ON COLUMN account_key.environment IS 'live or paper.';
COMMENT ON COLUMN account_key.since_ms IS 'When an engine first started with the key.'
