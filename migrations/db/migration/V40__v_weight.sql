CREATE VIEW v_weight AS
SELECT a.name AS account,
       y.utc_day AS utc_day,
       TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + MIN(c.at_ms) / 3600000 * 3600000 * INTERVAL '0.001' SECOND AS hour_at,
       e.text AS endpoint,
       COUNT(*) AS calls,
       CAST(SUM(CAST(c.weight AS BIGINT)) AS BIGINT) AS weight,
       SUM(CASE WHEN c.http_status <> 200 OR c.code <> 0 THEN 1 ELSE 0 END) AS failed,
       CAST(SUM(c.latency_us) / COUNT(*) / 1000 AS BIGINT) AS mean_latency_ms,
       MAX(c.latency_us) / 1000 AS longest_latency_ms
FROM v_day y
     JOIN api_call c ON c.at_ms >= y.from_ms AND c.at_ms < y.to_ms
     JOIN account a ON a.id = c.account_id
     JOIN phrase e ON e.id = c.endpoint_id
GROUP BY a.name, y.utc_day, c.at_ms / 3600000, e.text
