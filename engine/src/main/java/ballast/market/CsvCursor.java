package ballast.market;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Walks a CSV file of plain numbers field by field, straight over its bytes: millions of rows are
 * read in a second or two, and nothing but the numbers is allocated. Knows the line it is at, for
 * messages. Quotes are not part of the format. Confined to one thread.
 */
final class CsvCursor implements Closeable {
  private static final int END = -1;
  private static final int MAX_DECIMALS = 8;
  private static final int MAX_TIME_DIGITS = 18;
  private static final int MAX_WHOLE_DIGITS = 10;

  /** Milliseconds reach this in the year 5138, microseconds did in 1973. */
  private static final long MICROSECONDS_FROM = 100_000_000_000_000L;

  private static final long EARLIEST_MILLIS = 1_230_768_000_000L;
  private static final long LATEST_MILLIS = 4_102_444_800_000L;

  private final String file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long line = 1;

  private CsvCursor(String file, InputStream in) throws IOException {
    this.file = file;
    this.in = in;
    this.limit = Math.max(0, in.read(buffer));
    skipByteOrderMark();
  }

  /** Opens a file, unpacking it when it is gzip by its first bytes, whatever its name. */
  static CsvCursor open(Path path) {
    try {
      InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      raw.mark(2);
      boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      InputStream in = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
      return new CsvCursor(String.valueOf(path.getFileName()), in);
    } catch (NoSuchFileException e) {
      throw new MarketFileException(path + ": there is no such file", e);
    } catch (IOException e) {
      throw new MarketFileException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Moves over empty lines; false at the end of the file. */
  boolean hasRow() {
    while (peek() == '\n' || peek() == '\r') {
      endRow();
    }
    return peek() != END;
  }

  /** True when the row begins with a letter or a quote, so is a header and no numbers. */
  boolean atHeader() {
    int next = peek();
    return next == '"' || Character.isLetter(next);
  }

  /** Leaves the row, whatever is still in it. */
  void endRow() {
    int next = peek();
    while (next != '\n' && next != END) {
      position++;
      next = peek();
    }
    if (next == '\n') {
      position++;
      line++;
    }
  }

  /** The header's text, leaving its row. */
  String header() {
    StringBuilder text = new StringBuilder();
    for (int next = peek(); next != '\n' && next != END && text.length() < 500; next = peek()) {
      text.append((char) next);
      position++;
    }
    endRow();
    return text.toString().strip();
  }

  /** A time in epoch milliseconds; microseconds are recognised by their size. */
  long time(String column) {
    long value = 0;
    int digits = 0;
    for (int next = peek(); isDigit(next); next = peek()) {
      value = value * 10 + (next - '0');
      if (++digits > MAX_TIME_DIGITS) {
        throw refuse(column + " is too long for a time");
      }
      position++;
    }
    if (digits == 0) {
      throw refuse(column + " must be epoch milliseconds, got " + shown());
    }
    endField(column);
    long millis = value >= MICROSECONDS_FROM ? value / 1_000 : value;
    if (millis < EARLIEST_MILLIS || millis >= LATEST_MILLIS) {
      throw refuse(column + " must be epoch milliseconds between 2009 and 2100, got " + value);
    }
    return millis;
  }

  /** A plain decimal × 1e8, with a leading minus where {@code signed}. */
  long decimalE8(String column, boolean signed) {
    boolean negative = signed && peek() == '-';
    if (negative) {
      position++;
    }
    long value = 0;
    int digits = 0;
    for (int next = peek(); isDigit(next); next = peek()) {
      value = value * 10 + (next - '0');
      position++;
      if (++digits > MAX_WHOLE_DIGITS) {
        throw refuse(column + " is too large");
      }
    }
    int decimals = 0;
    if (digits > 0 && peek() == '.') {
      position++;
      for (int next = peek(); isDigit(next); next = peek()) {
        if (decimals < MAX_DECIMALS) {
          value = value * 10 + (next - '0');
          decimals++;
        } else if (next != '0') {
          throw refuse(column + " has more than 8 decimals");
        }
        position++;
      }
    }
    if (digits == 0) {
      throw refuse(column + " must be a plain number, got " + shown());
    }
    endField(column);
    for (; decimals < MAX_DECIMALS; decimals++) {
      value *= 10;
    }
    return negative ? -value : value;
  }

  /** Leaves a number of which nothing but that it is one is wanted; an exponent is allowed. */
  void skipNumber(String column) {
    if (!isDigit(peek())) {
      throw refuse(column + " must be a number, got " + shown());
    }
    for (int next = peek(); isDigit(next) || isNumberMark(next); next = peek()) {
      position++;
    }
    endField(column);
  }

  /** What to throw about the line the cursor is at. */
  MarketFileException refuse(String what) {
    return new MarketFileException(file + ", line " + line + ": " + what);
  }

  String file() {
    return file;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new MarketFileException(file + ": cannot be closed: " + e.getMessage(), e);
    }
  }

  private void endField(String column) {
    int next = peek();
    if (next == ',') {
      position++;
    } else if (next != '\n' && next != '\r' && next != END) {
      throw refuse(column + " must be a plain number, but contains " + shown());
    }
  }

  private int peek() {
    return position < limit ? buffer[position] : refilled();
  }

  private int refilled() {
    try {
      position = 0;
      limit = Math.max(0, in.read(buffer));
      return limit == 0 ? END : buffer[0];
    } catch (IOException e) {
      throw new MarketFileException(
          file + ", line " + line + ": cannot be read further: " + e.getMessage(), e);
    }
  }

  private String shown() {
    int from = position;
    int to = from;
    while (to < limit && to - from < 20 && buffer[to] != ',' && buffer[to] != '\n') {
      to++;
    }
    String text = new String(buffer, from, to - from, StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? "nothing" : "\"" + text + "\"";
  }

  private void skipByteOrderMark() {
    if (limit >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      position = 3;
    }
  }

  private static boolean isDigit(int next) {
    return next >= '0' && next <= '9';
  }

  private static boolean isNumberMark(int next) {
    return next == '.' || next == 'e' || next == 'E' || next == '-' || next == '+';
  }
}
