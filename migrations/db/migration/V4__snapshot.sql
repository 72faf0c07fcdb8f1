CREATE TABLE snapshot (
    link                  BIGINT      PRIMARY KEY,
    read_ms               BIGINT      NOT NULL,
    equity_e8             BIGINT      NOT NULL,
    actual_equity_e8      BIGINT      NOT NULL,
    maintenance_margin_e8 BIGINT      NOT NULL,
    uni_mmr_e8            BIGINT      NOT NULL,
    status                VARCHAR(20) NOT NULL,
    ldusdt_in_futures_e8  BIGINT      NOT NULL
)
