CREATE TABLE transition (
    link      BIGINT      PRIMARY KEY,
    intent_id BIGINT      NOT NULL,
    state     VARCHAR(20) NOT NULL,
    at_ms     BIGINT      NOT NULL,
    detail    VARCHAR     NOT NULL,
    hash      BYTEA       NOT NULL
)
