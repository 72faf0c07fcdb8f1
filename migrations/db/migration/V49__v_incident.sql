CREATE OR REPLACE VIEW v_incident AS
SELECT a.name AS account,
       TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + k.at_ms * INTERVAL '0.001' SECOND AS noticed_at,
       k.at_ms AS at_ms,
       k.link AS link,
       'SKIPPED' AS kind,
       CAST(NULL AS BIGINT) AS intent_id,
       p.text AS detail
FROM skipped_tick k
     JOIN account a ON a.id = k.link / 1000000000000
     JOIN phrase p ON p.id = k.reason_id
UNION ALL
SELECT a.name, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + t.at_ms * INTERVAL '0.001' SECOND, t.at_ms,
       t.link, t.state, t.intent_id, t.detail
FROM transition t
     JOIN account a ON a.id = t.link / 1000000000000
WHERE t.state IN ('REJECTED', 'NOT_SENT', 'UNKNOWN', 'HELD', 'NOT_APPLIED', 'ABANDONED')
UNION ALL
SELECT a.name, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + f.at_ms * INTERVAL '0.001' SECOND, f.at_ms,
       f.link, 'FOREIGN', NULL,
       CAST(CAST(f.before_e8 * 0.00000001 AS DECIMAL(30, 8)) AS VARCHAR) || ' to ' || CAST(CAST(f.now_e8 * 0.00000001 AS DECIMAL(30, 8)) AS VARCHAR) || ' LDUSDT in Futures'
FROM foreign_move f
     JOIN account a ON a.id = f.link / 1000000000000
UNION ALL
SELECT a.name, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + o.at_ms * INTERVAL '0.001' SECOND, o.at_ms,
       o.link, o.kind, NULLIF(o.intent_id, 0),
       COALESCE(o.direction || ': ', '') || o.reason
FROM operator_act o
     JOIN account a ON a.id = o.link / 1000000000000
UNION ALL
SELECT a.name, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + c.at_ms * INTERVAL '0.001' SECOND, c.at_ms,
       NULL, CASE WHEN c.http_status = 429 THEN 'LIMITED' ELSE 'BANNED' END, NULL,
       e.text || ' answered ' || CAST(c.http_status AS VARCHAR)
FROM api_call c
     JOIN account a ON a.id = c.account_id
     JOIN phrase e ON e.id = c.endpoint_id
WHERE c.http_status IN (403, 418, 429)
UNION ALL
SELECT d.account, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + d.at_ms * INTERVAL '0.001' SECOND, d.at_ms,
       NULL, 'ALERT_' || d.outcome, NULL,
       d.channel || ': ' || LOWER(REPLACE(COALESCE(d.rule, d.kind), '_', '-')) || ': ' || d.failure
FROM alert_delivery d
WHERE d.outcome <> 'DELIVERED'
