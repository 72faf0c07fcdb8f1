-- Repeating any of these does no harm, so they may share a file.
COMMENT ON TABLE account IS 'The accounts kept, each with the head of its hash chain. A link is an account id times 10^12 plus a sequence.';
COMMENT ON COLUMN account.policy_id IS 'The policy adopted last.';
COMMENT ON COLUMN account.sequence IS 'The sequence of the newest link; the first is 1 and none is left out.';
COMMENT ON COLUMN account.head IS 'The hash of the newest link; 32 zero bytes before the first.';
COMMENT ON TABLE policy IS 'Config versions: by what an account is decided. The same policy is stored once, by the SHA-256 of its canonical text.';
COMMENT ON COLUMN policy.parameters IS 'One name=value a line, by name.';
COMMENT ON TABLE phrase IS 'Texts that repeat: reasons, endpoints, collateral tiers. The id is the first 63 bits of the SHA-256 of the text.';
COMMENT ON TABLE snapshot IS 'The reading of the account that a decision rests on; it has the decision''s link and lies under its hash.';
COMMENT ON TABLE decision IS 'Decided ticks with all they rest on. Never edited: hash is the SHA-256 of the previous link''s hash and this row''s canonical text.';
COMMENT ON COLUMN decision.equity_e8 IS 'Null when it is the snapshot''s, as are margin, LDUSDT in futures and status.';
COMMENT ON COLUMN decision.last_move_ms IS 'Null when nothing was ever moved.';
COMMENT ON COLUMN decision.transferable_direction IS 'Null when the transferable amount was not read.';
COMMENT ON COLUMN decision.tiers_id IS 'The phrase with the collateral tiers: floor, cap and rate each, with semicolons between.';
COMMENT ON COLUMN decision.intent_id IS 'The intent it led to; 0 when none.';
COMMENT ON TABLE skipped_tick IS 'Ticks at which nothing could be decided, and why; links like decisions.';
COMMENT ON TABLE intent IS 'Transfers that were decided. Where one stands is its newest transition.';
COMMENT ON TABLE transition IS 'What became of each intent: appended, never edited; links of the chain.';
COMMENT ON TABLE operator_act IS 'What people did: pauses, resumes, resolved intents; links of the chain.';
COMMENT ON TABLE active_intent IS 'The one intent of an account that is not terminal. The key is what forbids a second.';
COMMENT ON TABLE api_call IS 'Calls that went to the exchange, for weight and latency; not in the chain.';
COMMENT ON COLUMN api_call.endpoint_id IS 'The phrase with method and path.'
