package ballast.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes one archive: the ticks of a stretch that moved nothing, then the calls, then a manifest
 * with what was written and the SHA-256 of all lines before it. The same rows give the same bytes.
 */
final class ArchiveWriter {
  static final String MANIFEST = "archive";
  private static final int BUFFER = 1 << 16;

  /** Known again from the texts that stand beside them. */
  private static final Set<String> REDUNDANT = Set.of("reason_id", "tiers_id", "endpoint_id");

  private final Session session;
  private final AccountTable.Stored account;
  private final MonthCut cut;
  private final DigestOutputStream content;
  private long fromMillis = Long.MAX_VALUE;
  private long toMillis = Long.MIN_VALUE;
  private long decisions;
  private long skips;
  private long calls;
  private long lastCall;

  private ArchiveWriter(
      Session session, AccountTable.Stored account, MonthCut cut, OutputStream out) {
    this.session = session;
    this.account = account;
    this.cut = cut;
    this.content = new DigestOutputStream(out, Digest.sha256());
  }

  /**
   * Writes the file and forces it to disk.
   *
   * @return the seam as it will be, but for the name of the file, which is yet to be given
   */
  static Seam write(
      Session session, AccountTable.Stored account, MonthCut cut, String folder, Path file)
      throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file);
    PrivateFiles.restrict(file);
    Seam.Contents contents;
    try (OutputStream bytes = Files.newOutputStream(file);
        OutputStream zipped =
            new BufferedOutputStream(new GZIPOutputStream(bytes, BUFFER), BUFFER)) {
      contents = new ArchiveWriter(session, account, cut, zipped).all();
    }
    PrivateFiles.force(file);
    return cut.seam(account, contents, folder, Files.size(file), ArchiveFile.sha256(file));
  }

  private Seam.Contents all() throws IOException {
    for (ChainWindow window : cut.windows(account)) {
      for (ArchivedRow row : ticks(window)) {
        boolean decision = row.table().equals(TickTable.DECISIONS);
        decisions += decision ? 1 : 0;
        skips += decision ? 0 : 1;
        line(row, row.number(decision ? "now_ms" : "at_ms"));
      }
      session.commit();
    }
    calls();
    Seam.Contents contents =
        new Seam.Contents(fromMillis, toMillis, decisions, skips, calls, lastCall);
    print(
        manifest(
            account.name(),
            cut.seam(account, contents, "", 0, Digest.NOTHING),
            decisions,
            skips,
            calls,
            Digest.of(content.getMessageDigest().digest())));
    content.flush();
    return contents;
  }

  private List<ArchivedRow> ticks(ChainWindow window) {
    return TickTable.TABLES.stream()
        .flatMap(
            table ->
                window
                    .rows(
                        session,
                        TickTable.query(table),
                        Span.everything(),
                        row -> archived(table, row))
                    .stream())
        .filter(row -> !row.optionalText("kind").equals(Optional.of("MOVE")))
        .sorted(Comparator.comparingLong(row -> row.number("link")))
        .toList();
  }

  private void calls() throws IOException {
    Span before = Span.before(Seam.endMillis(cut.month()));
    IdRange ids = CallTable.ids(session, before);
    for (long from = ids.first(); from <= ids.last(); from += CallTable.PAGE) {
      Stream<ArchivedRow> page =
          CallTable.page(session, from, ids.last(), before, row -> archived(CallTable.NAME, row))
              .stream()
              .filter(row -> row.number("account_id") == account.id());
      for (ArchivedRow row : page.toList()) {
        calls++;
        lastCall = row.number("id");
        line(row, row.number("at_ms"));
      }
      session.commit();
    }
  }

  private static ArchivedRow archived(String table, Row row) {
    Map<String, Object> columns = new LinkedHashMap<>(row.columns());
    columns.keySet().removeAll(REDUNDANT);
    return new ArchivedRow(table, columns);
  }

  private void line(ArchivedRow row, long atMillis) throws IOException {
    fromMillis = Math.min(fromMillis, atMillis);
    toMillis = Math.max(toMillis, atMillis);
    print(row);
  }

  private void print(ArchivedRow row) throws IOException {
    content.write((row.line() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The last line: which stretch it is, how much was written, and the SHA-256 of that. */
  static ArchivedRow manifest(
      String account, Seam seam, long decisions, long skips, long calls, Digest sha256) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("format", 1L);
    columns.put("account", account);
    columns.put("utc_month", seam.month().toString());
    columns.put("first_sequence", seam.first());
    columns.put("last_sequence", seam.last());
    columns.put("head", seam.head().hex());
    columns.put("decisions", decisions);
    columns.put("skips", skips);
    columns.put("calls", calls);
    columns.put("sha256", sha256.hex());
    return new ArchivedRow(MANIFEST, columns);
  }
}
