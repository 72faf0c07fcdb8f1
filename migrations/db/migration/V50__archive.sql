CREATE TABLE archive (
    account_id     INTEGER       NOT NULL,
    utc_month      VARCHAR(7)    NOT NULL,
    first_sequence BIGINT        NOT NULL,
    last_sequence  BIGINT        NOT NULL,
    head           BYTEA         NOT NULL,
    from_ms        BIGINT        NOT NULL,
    to_ms          BIGINT        NOT NULL,
    decisions      BIGINT        NOT NULL,
    skips          BIGINT        NOT NULL,
    calls          BIGINT        NOT NULL,
    last_call      BIGINT        NOT NULL,
    folder         VARCHAR(4000) NOT NULL,
    file           VARCHAR(200)  NOT NULL,
    bytes          BIGINT        NOT NULL,
    sha256         BYTEA         NOT NULL,
    PRIMARY KEY (account_id, utc_month)
)
