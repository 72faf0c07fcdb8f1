package ballast.market;

import java.util.ArrayList;
import java.util.List;

/**
 * A column that grows while a file is read, piece by piece: growing copies nothing, and once the
 * values are handed over the memory is given back.
 */
final class LongColumn {
  private static final int PIECE = 1 << 14;

  private final List<long[]> full = new ArrayList<>();
  private long[] piece = new long[PIECE];
  private int inPiece;
  private long last;

  void add(long value) {
    if (inPiece == PIECE) {
      full.add(piece);
      piece = new long[PIECE];
      inPiece = 0;
    }
    piece[inPiece++] = value;
    last = value;
  }

  int size() {
    return full.size() * PIECE + inPiece;
  }

  /** The value added last; zero before the first. */
  long last() {
    return last;
  }

  /** Hands the values over and is empty. */
  long[] take() {
    long[] values = new long[size()];
    for (int i = 0; i < full.size(); i++) {
      System.arraycopy(full.get(i), 0, values, i * PIECE, PIECE);
    }
    System.arraycopy(piece, 0, values, full.size() * PIECE, inPiece);
    full.clear();
    inPiece = 0;
    return values;
  }
}
