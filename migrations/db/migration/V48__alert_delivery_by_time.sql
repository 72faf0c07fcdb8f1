-- Repeating any of these does no harm, so they may share a file.
CREATE INDEX IF NOT EXISTS alert_delivery_by_time ON alert_delivery (at_ms);
COMMENT ON TABLE alert_delivery IS 'What became of each notice on each channel. An engine that starts reads here what it has told already; not in the chain.';
COMMENT ON COLUMN alert_delivery.at_ms IS 'When the outcome was known, by the machine''s clock.';
COMMENT ON COLUMN alert_delivery.kind IS 'RAISED, REPEATED, RECOVERED or DIGEST.';
COMMENT ON COLUMN alert_delivery.rule IS 'Null for a digest.';
COMMENT ON COLUMN alert_delivery.account IS 'Empty for the engine as a whole.';
COMMENT ON COLUMN alert_delivery.since_ms IS 'When the condition was first seen.';
COMMENT ON COLUMN alert_delivery.notice_ms IS 'When the notice was made.';
COMMENT ON COLUMN alert_delivery.notice IS 'Which notice of its condition it is, from 1.';
COMMENT ON COLUMN alert_delivery.channel IS 'Its name in the configuration; no address.';
COMMENT ON COLUMN alert_delivery.outcome IS 'DELIVERED; FAILED, however often it was tried; or DROPPED for newer ones.';
COMMENT ON COLUMN alert_delivery.failure IS 'Why it did not arrive; empty when it did.'
