CREATE TABLE foreign_move (
    link      BIGINT PRIMARY KEY,
    at_ms     BIGINT NOT NULL,
    before_e8 BIGINT NOT NULL,
    now_e8    BIGINT NOT NULL,
    hash      BYTEA  NOT NULL
)
