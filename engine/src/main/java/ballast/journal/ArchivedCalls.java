package ballast.journal;

import ballast.venue.ApiCall;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The calls of one account that are in files, in the order in which they were written. */
final class ArchivedCalls {
  private final Session session;
  private final AccountTable.Stored account;
  private final Path folder;
  private final List<Seam> seams;

  /**
   * @param folder of archives beside the journal
   */
  ArchivedCalls(Session session, AccountTable.Stored account, Path folder) {
    this.session = session;
    this.account = account;
    this.folder = folder;
    this.seams = SeamTable.of(session, account.id());
  }

  List<Seam> seams() {
    return seams;
  }

  void read(Span span, Consumer<ApiCall> sink) {
    for (Seam seam : seams) {
      if (seam.contents().calls() > 0 && seam.contents().meets(span)) {
        read(seam, span, sink);
      }
    }
  }

  private void read(Seam seam, Span span, Consumer<ApiCall> sink) {
    try (ArchiveLines lines = new ArchiveFile(seam, folder).open(session, account, seams)) {
      while (lines.skipTo(CallTable.NAME)) {
        ApiCall call = CallTable.call(lines.next());
        if (span.covers(call.atMillis())) {
          sink.accept(call);
        }
      }
    }
  }
}
