CREATE INDEX transition_by_time ON transition (state, at_ms)
