CREATE TABLE account_key (
    account     VARCHAR(100) NOT NULL,
    fingerprint BYTEA        NOT NULL,
    environment VARCHAR(20)  NOT NULL,
    since_ms    BIGINT       NOT NULL,
    PRIMARY KEY (account, fingerprint)
)
