CREATE TABLE active_intent (
    account_id INTEGER PRIMARY KEY,
    intent_id  BIGINT  NOT NULL UNIQUE
)
