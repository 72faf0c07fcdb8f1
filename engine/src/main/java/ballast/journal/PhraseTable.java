package ballast.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that repeat, stored once each by their content. */
final class PhraseTable {
  private static final int REMEMBERED = 2_000;

  private final Dialect dialect;
  private final Map<String, Long> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  PhraseTable(Dialect dialect) {
    this.dialect = dialect;
  }

  long id(Session session, String text) {
    Long id = known.get(text);
    return id == null ? insert(session, text) : id;
  }

  private long insert(Session session, String text) {
    long id = Digest.of(text).leading();
    session
        .sql(dialect.insertUnlessThere("phrase", "id, text", "id", "?, ?"))
        .number(id)
        .text(text)
        .run();
    known.put(text, id);
    return id;
  }

  /** Forgets what an undone transaction may have inserted. */
  void forget() {
    known.clear();
  }
}
