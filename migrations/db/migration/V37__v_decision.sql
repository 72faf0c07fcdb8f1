CREATE VIEW v_decision AS
SELECT a.name AS account,
       d.link - a.id * 1000000000000 AS sequence,
       TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + d.now_ms * INTERVAL '0.001' SECOND AS decided_at,
       d.now_ms AS at_ms,
       d.kind AS kind,
       d.direction AS direction,
       CAST(s.uni_mmr_e8 * 0.00000001 AS DECIMAL(30, 8)) AS uni_mmr,
       CAST(COALESCE(d.equity_e8, s.equity_e8) * 0.00000001 AS DECIMAL(30, 8)) AS equity,
       CAST(COALESCE(d.maintenance_margin_e8, s.maintenance_margin_e8) * 0.00000001 AS DECIMAL(30, 8)) AS maintenance_margin,
       CAST(COALESCE(d.ldusdt_in_futures_e8, s.ldusdt_in_futures_e8) * 0.00000001 AS DECIMAL(30, 8)) AS ldusdt_in_futures,
       COALESCE(d.status, s.status) AS status,
       CAST(d.transferable_e8 * 0.00000001 AS DECIMAL(30, 8)) AS transferable,
       CAST(d.proposed_e8 * 0.00000001 AS DECIMAL(30, 8)) AS proposed,
       CAST(d.amount_e8 * 0.00000001 AS DECIMAL(30, 8)) AS amount,
       d.rule AS rule,
       p.text AS reason,
       NULLIF(d.intent_id, 0) AS intent_id,
       d.policy_id AS policy_id
FROM decision d
     JOIN snapshot s ON s.link = d.link
     JOIN account a ON a.id = d.link / 1000000000000
     JOIN phrase p ON p.id = d.reason_id
UNION ALL
SELECT a.name, k.link - a.id * 1000000000000,
       TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + k.at_ms * INTERVAL '0.001' SECOND, k.at_ms,
       'SKIPPED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, p.text, NULL, k.policy_id
FROM skipped_tick k
     JOIN account a ON a.id = k.link / 1000000000000
     JOIN phrase p ON p.id = k.reason_id
