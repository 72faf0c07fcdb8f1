CREATE VIEW v_daily AS
SELECT x.account AS account,
       x.utc_day AS utc_day,
       x.holds AS holds,
       x.refusals AS refusals,
       x.moves AS moves,
       (SELECT COUNT(*) FROM skipped_tick k
        WHERE k.at_ms >= x.from_ms AND k.at_ms < x.to_ms AND k.link / 1000000000000 = x.account_id) AS skipped,
       CAST(x.lowest_uni_mmr_e8 * 0.00000001 AS DECIMAL(30, 8)) AS lowest_uni_mmr,
       CAST(COALESCE((SELECT SUM(i.amount_e8) FROM transition t JOIN intent i ON i.id = t.intent_id
        WHERE t.state = 'SETTLED' AND t.at_ms >= x.from_ms AND t.at_ms < x.to_ms
          AND t.link / 1000000000000 = x.account_id AND i.direction = 'EARN_TO_FUTURE'), 0) * 0.00000001 AS DECIMAL(30, 8)) AS moved_in,
       CAST(COALESCE((SELECT SUM(i.amount_e8) FROM transition t JOIN intent i ON i.id = t.intent_id
        WHERE t.state = 'SETTLED' AND t.at_ms >= x.from_ms AND t.at_ms < x.to_ms
          AND t.link / 1000000000000 = x.account_id AND i.direction = 'FUTURE_TO_EARN'), 0) * 0.00000001 AS DECIMAL(30, 8)) AS moved_out,
       CAST(COALESCE((SELECT SUM(f.now_e8 - f.before_e8) FROM foreign_move f
        WHERE f.at_ms >= x.from_ms AND f.at_ms < x.to_ms AND f.link / 1000000000000 = x.account_id), 0) * 0.00000001 AS DECIMAL(30, 8)) AS foreign_change,
       CAST((SELECT s.ldusdt_in_futures_e8 FROM snapshot s WHERE s.link = x.last_reading) * 0.00000001 AS DECIMAL(30, 8)) AS last_ldusdt_in_futures,
       CAST(COALESCE((SELECT SUM(CAST(c.weight AS BIGINT)) FROM api_call c
        WHERE c.at_ms >= x.from_ms AND c.at_ms < x.to_ms AND c.account_id = x.account_id), 0) AS BIGINT) AS weight
FROM (SELECT a.id AS account_id,
             a.name AS account,
             y.utc_day AS utc_day,
             y.from_ms AS from_ms,
             y.to_ms AS to_ms,
             SUM(CASE WHEN d.kind = 'HOLD' THEN 1 ELSE 0 END) AS holds,
             SUM(CASE WHEN d.kind = 'REFUSED' THEN 1 ELSE 0 END) AS refusals,
             SUM(CASE WHEN d.kind = 'MOVE' THEN 1 ELSE 0 END) AS moves,
             MAX(d.link) AS last_reading,
             MIN(s.uni_mmr_e8) AS lowest_uni_mmr_e8
      FROM v_day y
           CROSS JOIN account a
           LEFT JOIN decision d ON d.now_ms >= y.from_ms AND d.now_ms < y.to_ms
                AND d.link / 1000000000000 = a.id
           LEFT JOIN snapshot s ON s.link = d.link
      GROUP BY a.id, a.name, y.utc_day, y.from_ms, y.to_ms) x
