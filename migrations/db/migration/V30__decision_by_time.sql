CREATE INDEX decision_by_time ON decision (now_ms)
