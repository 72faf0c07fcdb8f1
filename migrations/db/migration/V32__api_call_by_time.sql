CREATE INDEX api_call_by_time ON api_call (at_ms)
