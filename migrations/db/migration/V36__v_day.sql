-- The UTC days since the first account, up to the last row. A view that groups by day joins to it, so that a condition on
-- utc_day becomes a range of milliseconds and the indexes by time serve it.
CREATE VIEW v_day AS
SELECT DATE '1970-01-01' + CAST(n.day_number AS INTEGER) AS utc_day,
       n.day_number * 86400000 AS from_ms,
       (n.day_number + 1) * 86400000 AS to_ms
FROM (SELECT (SELECT MIN(since_ms) FROM account) / 86400000
                 + ones.n + 10 * tens.n + 100 * hundreds.n + 1000 * thousands.n AS day_number
      FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) ones (n)
           CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) tens (n)
           CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) hundreds (n)
           CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) thousands (n)) n
WHERE n.day_number * 86400000 <= GREATEST(
    COALESCE((SELECT MAX(now_ms) FROM decision), 0),
    COALESCE((SELECT MAX(at_ms) FROM skipped_tick), 0),
    COALESCE((SELECT MAX(at_ms) FROM api_call), 0),
    COALESCE((SELECT MAX(at_ms) FROM foreign_move), 0))
