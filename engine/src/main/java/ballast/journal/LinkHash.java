package ballast.journal;

import java.util.List;
import java.util.Optional;

/** The hash of one link, in whichever table the link is. */
final class LinkHash {
  private static final List<String> TABLES =
      List.of("decision", "skipped_tick", "transition", "operator_act", "foreign_move");

  private LinkHash() {}

  static Optional<Digest> at(Session session, long key) {
    return TABLES.stream()
        .flatMap(
            table ->
                session
                    .sql("SELECT hash FROM " + table + " WHERE link = ?")
                    .number(key)
                    .first(row -> row.digest("hash"))
                    .stream())
        .findFirst();
  }
}
