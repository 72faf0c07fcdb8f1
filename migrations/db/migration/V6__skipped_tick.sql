CREATE TABLE skipped_tick (
    link      BIGINT  PRIMARY KEY,
    policy_id INTEGER NOT NULL,
    at_ms     BIGINT  NOT NULL,
    reason_id BIGINT  NOT NULL,
    hash      BYTEA   NOT NULL
)
