CREATE INDEX transition_by_intent ON transition (intent_id, link)
