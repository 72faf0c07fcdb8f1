CREATE INDEX foreign_move_by_time ON foreign_move (at_ms)
