package ballast.report;

import java.time.ZoneId;
import java.util.TreeMap;

/** Finds the day of a time; rows come in order, so it is nearly always the last one found. */
final class Days {
  private final ZoneId zone;
  private final TreeMap<Long, Day> found = new TreeMap<>();
  private Day last;

  Days(ZoneId zone) {
    this.zone = zone;
    this.last = Day.of(0, zone);
  }

  Day of(long atMillis) {
    if (!last.covers(atMillis)) {
      var before = found.floorEntry(atMillis);
      last =
          before != null && before.getValue().covers(atMillis)
              ? before.getValue()
              : Day.of(atMillis, zone);
      found.put(last.fromMillis(), last);
    }
    return last;
  }
}
