package ballast.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SortedMap;

/** Proves that the copy of a journal in a folder of its own opens and holds. */
final class Proof {
  private Proof() {}

  /**
   * Opens the journal, walks every chain, and says what is in it.
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
    ChainCheck check = new SqlReader(place, () -> {}, archives).check();
    if (!check.breaks().isEmpty()) {
      throw new JournalException(check.breaks().get(0));
    }
    try (Session session = new Session(place.connect())) {
      return new Manifest(
          madeAtMillis, Schema.CURRENT.version(), decisions(session), Manifest.heads(session));
    } catch (SQLException e) {
      throw place.explain(e);
    } catch (SqlFailure e) {
      throw place.explain(e.exception());
    }
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
    try (Session session = new Session(place.connect())) {
      return Manifest.heads(session);
    } catch (SQLException e) {
      throw place.explain(e);
    } catch (SqlFailure e) {
      throw place.explain(e.exception());
    }
  }
}
