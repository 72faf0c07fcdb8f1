CREATE INDEX operator_act_by_time ON operator_act (at_ms)
