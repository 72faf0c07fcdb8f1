-- Null when a rescue must always wait for min-gap.
ALTER TABLE policy ADD COLUMN emergency_below_e8 BIGINT
