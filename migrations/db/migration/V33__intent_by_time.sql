CREATE INDEX intent_by_time ON intent (decided_ms)
