package ballast.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup says that it holds, as a few lines of text inside it.
 *
 * @param madeAtMillis when it was made
 * @param schema of the tables in it
 * @param decisions how many decisions are in it
 * @param heads where each account's chain ends in it
 */
record Manifest(long madeAtMillis, int schema, long decisions, SortedMap<String, Head> heads) {
  private static final String TITLE = "ballast backup 1";

  /** The last link of a chain: its place, and its hash; 0 and {@link Digest#NOTHING} before any. */
  record Head(long sequence, Digest hash) {
    static Head of(AccountTable.Stored account) {
      return new Head(account.sequence(), account.head());
    }
  }

  /** The ends of all chains of a journal. */
  static SortedMap<String, Head> heads(Session session) {
    SortedMap<String, Head> heads = new TreeMap<>();
    AccountTable.all(session).forEach(account -> heads.put(account.name(), Head.of(account)));
    return heads;
  }

  /** Each account's head hash. */
  Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    heads.forEach((account, head) -> hashes.put(account, head.hash().hex()));
    return hashes;
  }

  /** True when the other has the same decisions and chains. */
  boolean tellsTheSame(Manifest other) {
    return decisions == other.decisions && heads.equals(other.heads);
  }

  String text() {
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    text.append("made ").append(Instant.ofEpochMilli(madeAtMillis)).append('\n');
    text.append("schema ").append(schema).append('\n');
    text.append("decisions ").append(decisions).append('\n');
    heads.forEach(
        (account, head) ->
            text.append("head ")
                .append(head.sequence())
                .append(' ')
                .append(head.hash().hex())
                .append(' ')
                .append(account)
                .append('\n'));
    return text.toString();
  }

  /**
   * Reads {@link #text} back.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Manifest parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 4 || !lines.get(0).equals(TITLE)) {
      throw new IllegalArgumentException("it does not begin with \"" + TITLE + "\"");
    }
    SortedMap<String, Head> heads = new TreeMap<>();
    for (String line : lines.subList(4, lines.size())) {
      String[] words = after("head ", line).split(" ", 3);
      if (words.length < 3 || !words[1].matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("a head is \"" + line + "\"");
      }
      heads.put(words[2], new Head(Long.parseLong(words[0]), new Digest(words[1])));
    }
    try {
      return new Manifest(
          Instant.parse(after("made ", lines.get(1))).toEpochMilli(),
          Integer.parseInt(after("schema ", lines.get(2))),
          Long.parseLong(after("decisions ", lines.get(3))),
          heads);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("its time cannot be read", e);
    }
  }

  private static String after(String name, String line) {
    if (!line.startsWith(name)) {
      throw new IllegalArgumentException(name.strip() + " is missing");
    }
    return line.substring(name.length());
  }
}
