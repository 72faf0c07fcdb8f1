CREATE VIEW v_transfer AS
SELECT i.id AS intent_id,
       a.name AS account,
       i.direction AS direction,
       CAST(i.amount_e8 * 0.00000001 AS DECIMAL(30, 8)) AS amount,
       latest.state AS state,
       TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + i.decided_ms * INTERVAL '0.001' SECOND AS decided_at,
       i.decided_ms AS at_ms,
       (SELECT MIN(TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + t.at_ms * INTERVAL '0.001' SECOND)
        FROM transition t WHERE t.intent_id = i.id AND t.state = 'SENDING') AS sent_at,
       CASE WHEN latest.state IN ('SETTLED', 'REJECTED', 'NOT_SENT', 'NOT_APPLIED', 'ABANDONED')
            THEN TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + latest.at_ms * INTERVAL '0.001' SECOND END AS settled_at,
       CAST(CASE WHEN latest.state = 'SETTLED' THEN i.amount_e8 ELSE 0 END * 0.00000001 AS DECIMAL(30, 8)) AS moved,
       p.text AS reason,
       latest.detail AS detail
FROM intent i
     JOIN account a ON a.id = i.decision_link / 1000000000000
     JOIN decision d ON d.link = i.decision_link
     JOIN phrase p ON p.id = d.reason_id
     JOIN transition latest ON latest.link = (SELECT MAX(t.link) FROM transition t WHERE t.intent_id = i.id)
