-- Null in rows from before amounts were marked.
ALTER TABLE decision ADD COLUMN intents_before BIGINT
