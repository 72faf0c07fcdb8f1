CREATE VIEW v_strategy AS
SELECT a.name AS account,
       y.utc_day AS utc_day,
       p.id AS policy_id,
       p.strategy AS strategy,
       p.parameters AS parameters,
       p.dry_run AS dry_run,
       CAST(p.per_transfer_e8 * 0.00000001 AS DECIMAL(30, 8)) AS per_transfer,
       CAST(p.per_day_e8 * 0.00000001 AS DECIMAL(30, 8)) AS per_day,
       p.code_version AS code_version,
       TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + MIN(d.now_ms) * INTERVAL '0.001' SECOND AS first_decided_at,
       TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + MAX(d.now_ms) * INTERVAL '0.001' SECOND AS last_decided_at,
       SUM(CASE WHEN d.kind = 'HOLD' THEN 1 ELSE 0 END) AS holds,
       SUM(CASE WHEN d.kind = 'REFUSED' THEN 1 ELSE 0 END) AS refusals,
       SUM(CASE WHEN d.kind = 'MOVE' THEN 1 ELSE 0 END) AS moves,
       CAST(MIN(s.uni_mmr_e8) * 0.00000001 AS DECIMAL(30, 8)) AS lowest_uni_mmr
FROM v_day y
     JOIN decision d ON d.now_ms >= y.from_ms AND d.now_ms < y.to_ms
     JOIN snapshot s ON s.link = d.link
     JOIN account a ON a.id = d.link / 1000000000000
     JOIN policy p ON p.id = d.policy_id
GROUP BY a.name, y.utc_day, p.id, p.strategy, p.parameters, p.dry_run, p.per_transfer_e8, p.per_day_e8, p.code_version
