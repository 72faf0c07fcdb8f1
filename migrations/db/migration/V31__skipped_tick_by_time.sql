CREATE INDEX skipped_tick_by_time ON skipped_tick (at_ms)
