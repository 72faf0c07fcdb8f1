CREATE TABLE operator_act (
    link      BIGINT      PRIMARY KEY,
    at_ms     BIGINT      NOT NULL,
    kind      VARCHAR(30) NOT NULL,
    direction VARCHAR(20),
    intent_id BIGINT      NOT NULL,
    reason    VARCHAR     NOT NULL,
    hash      BYTEA       NOT NULL
)
