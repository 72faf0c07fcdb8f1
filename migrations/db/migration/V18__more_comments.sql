-- Repeating any of these does no harm, so they may share a file.
COMMENT ON COLUMN decision.intents_before IS 'How many intents the account had, by which the amount is marked; null in rows from before amounts were marked.';
COMMENT ON COLUMN policy.fingerprint_decimals IS 'The decimals of which the last four at most carry the mark; null when amounts are not marked.';
COMMENT ON TABLE foreign_move IS 'Changes of LDUSDT in Futures that no intent explains; links of the chain.'
