CREATE VIEW v_margin_hourly AS
SELECT a.name AS account,
       y.utc_day AS utc_day,
       TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + MIN(d.now_ms) / 3600000 * 3600000 * INTERVAL '0.001' SECOND AS hour_at,
       COUNT(*) AS readings,
       CAST(MIN(s.uni_mmr_e8) * 0.00000001 AS DECIMAL(30, 8)) AS lowest_uni_mmr,
       CAST(MAX(s.uni_mmr_e8) * 0.00000001 AS DECIMAL(30, 8)) AS highest_uni_mmr,
       CAST(MIN(s.equity_e8) * 0.00000001 AS DECIMAL(30, 8)) AS lowest_equity,
       CAST(MAX(s.maintenance_margin_e8) * 0.00000001 AS DECIMAL(30, 8)) AS highest_maintenance_margin,
       CAST(MIN(s.ldusdt_in_futures_e8) * 0.00000001 AS DECIMAL(30, 8)) AS lowest_ldusdt_in_futures,
       CAST(MAX(s.ldusdt_in_futures_e8) * 0.00000001 AS DECIMAL(30, 8)) AS highest_ldusdt_in_futures
FROM v_day y
     JOIN decision d ON d.now_ms >= y.from_ms AND d.now_ms < y.to_ms
     JOIN snapshot s ON s.link = d.link
     JOIN account a ON a.id = d.link / 1000000000000
GROUP BY a.name, y.utc_day, d.now_ms / 3600000
