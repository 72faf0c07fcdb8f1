package ballast.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.function.Function;

/** Proves that the copy of a journal in a folder of its own opens and holds. */
final class Proof {
  private Proof() {}

  /**
   * Opens the journal, walks every chain, and says what is in it. Where an archive is missing the
   * chains are walked from behind their archives: an engine needs none of those.
   *
   * @param archives the folder of archives beside the journal that it is a copy of
   * @throws JournalException when it does not open or a chain is broken
   */
  static Manifest of(Path directory, long madeAtMillis, Path archives) {
    try (H2Place place = H2Place.open(directory, Schema.CURRENT)) {
      return of(place, madeAtMillis, archives);
    }
  }

  /** The same of a journal that is open and where it belongs. */
  static Manifest of(H2Place place, long madeAtMillis) {
    return of(place, madeAtMillis, place.archives());
  }

  private static Manifest of(H2Place place, long madeAtMillis, Path archives) {
    SqlReader reader = new SqlReader(place, () -> {}, archives);
    boolean all = stock(place, archives).missing().isEmpty();
    ChainCheck check = all ? reader.check() : reader.checkTables();
    if (!check.breaks().isEmpty()) {
      throw new JournalException(check.breaks().get(0));
    }
    return asked(
        place,
        session ->
            new Manifest(
                madeAtMillis,
                Schema.CURRENT.version(),
                decisions(session),
                Manifest.heads(session)));
  }

  /** Which archives a journal that is open has. */
  static ArchiveStock stock(H2Place place, Path archives) {
    return asked(place, session -> ArchiveStock.of(session, archives));
  }

  private static long decisions(Session session) {
    return session
        .sql(
            "SELECT (SELECT COUNT(*) FROM decision)"
                + " + COALESCE((SELECT SUM(decisions) FROM archive), 0) AS decisions")
        .first(row -> row.number("decisions"))
        .orElse(0L);
  }

  /** Opens the journal and says where its chains end, without walking them. */
  static SortedMap<String, Manifest.Head> heads(Path directory) {
    try (H2Place place = H2Place.open(directory, Schema.CURRENT)) {
      return heads(place);
    }
  }

  /** The same of a journal that is open. */
  static SortedMap<String, Manifest.Head> heads(H2Place place) {
    return asked(place, Manifest::heads);
  }

  private static <T> T asked(H2Place place, Function<Session, T> question) {
    try (Session session = new Session(place.connect())) {
      return question.apply(session);
    } catch (SQLException e) {
      throw place.explain(e);
    } catch (SqlFailure e) {
      throw place.explain(e.exception());
    }
  }
}
