CREATE TABLE lease (
    account_id INTEGER      PRIMARY KEY,
    owner      VARCHAR(200) NOT NULL,
    epoch      BIGINT       NOT NULL,
    expires_ms BIGINT       NOT NULL
)
