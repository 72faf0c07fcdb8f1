package ballast.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Everything that a disk was told, in order, so that afterwards the power can be cut at any moment
 * of it, as often as one likes. What was written since a file's last force may be lost. Safe for
 * several threads while it records.
 */
final class PowerCutDisk {
  private static final int SECTOR = 512;
  private static final int PAGE = 4096;

  /** What becomes of the writes that no force followed. */
  enum Loss {
    /** All are gone. */
    EVERYTHING,
    /** The first few are there, and of the next one some sectors. */
    A_TORN_TAIL,
    /** Each page of each of them is there or is not. */
    PAGES_IN_ANY_ORDER,
    /** None is gone, as when only the process was killed. */
    NOTHING
  }

  private sealed interface Event {}

  /** A file that was there, and forced, when the disk first saw it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Found(String file, byte[] bytes) implements Event {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Write(String file, long at, byte[] bytes) implements Event {}

  private record Truncate(String file, long size) implements Event {}

  private record Force(String file) implements Event {}

  /** In place at once, whatever of the file itself still waits for a force. */
  private record Move(String from, String to) implements Event {}

  /** Something the outside world was promised at this moment. */
  private record Promise(Witness.Promised promised) implements Event {}

  private final List<Event> events = new ArrayList<>();
  private final Map<String, Object> identities = new HashMap<>();

  /** True for a file that was never opened before, or has taken the place of the one that was. */
  synchronized boolean isNew(String file, Object identity) {
    return !identity.equals(identities.put(file, identity));
  }

  synchronized void found(String file, byte[] bytes) {
    events.add(new Found(file, bytes));
  }

  synchronized void write(String file, long at, byte[] bytes) {
    events.add(new Write(file, at, bytes));
  }

  synchronized void truncate(String file, long size) {
    events.add(new Truncate(file, size));
  }

  synchronized void force(String file) {
    events.add(new Force(file));
  }

  synchronized void move(String from, String to) {
    events.add(new Move(from, to));
  }

  synchronized void promise(Witness.Promised promised) {
    events.add(new Promise(promised));
  }

  /** How many moments there are to cut the power at. */
  synchronized int moments() {
    return events.size();
  }

  /** How often since that moment a file was there that had taken another's place. */
  synchronized long replacedSince(int moment) {
    return events.stream().skip(moment).filter(Found.class::isInstance).count();
  }

  /** The disk from its first moment on. */
  Playback play() {
    return new Playback();
  }

  /** Goes through what was recorded, forwards only. */
  final class Playback {
    private final Map<String, Platter> platters = new LinkedHashMap<>();
    private Witness.Promised promised = Witness.Promised.NOTHING;
    private int next;

    /** Plays every event before this moment. */
    void to(int moment) {
      for (; next < moment; next++) {
        play(events.get(next));
      }
    }

    private void play(Event event) {
      if (event instanceof Found found) {
        platters.clear(); // it was moved here from the name it had
        platters.put(found.file, new Platter(found.bytes));
      } else if (event instanceof Write write) {
        platter(write.file).waiting.add(write);
      } else if (event instanceof Truncate truncate) {
        platter(truncate.file).waiting.add(truncate);
      } else if (event instanceof Force force) {
        platter(force.file).force();
      } else if (event instanceof Move move) {
        platters.put(move.to, platter(move.from));
        platters.remove(move.from);
      } else if (event instanceof Promise promise) {
        promised = promise.promised;
      }
    }

    private Platter platter(String file) {
      return platters.computeIfAbsent(file, any -> new Platter(new byte[0]));
    }

    Witness.Promised promised() {
      return promised;
    }

    /** The files as they are after the power was cut at this moment. */
    Map<String, byte[]> cut(Loss loss, Random random) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      platters.forEach((file, platter) -> files.put(file, platter.after(loss, random)));
      return files;
    }
  }

  /** One file: what is on the disk for good, and what waits for a force. */
  private static final class Platter {
    private byte[] bytes;
    private int size;
    private final List<Event> waiting = new ArrayList<>();

    Platter(byte[] bytes) {
      this.bytes = bytes.clone();
      this.size = bytes.length;
    }

    void force() {
      waiting.forEach(this::apply);
      waiting.clear();
    }

    byte[] after(Loss loss, Random random) {
      Platter copy = new Platter(Arrays.copyOf(bytes, size));
      switch (loss) {
        case EVERYTHING -> {}
        case NOTHING -> waiting.forEach(copy::apply);
        case A_TORN_TAIL -> copy.tear(waiting, random);
        case PAGES_IN_ANY_ORDER -> copy.scatter(waiting, random);
      }
      return Arrays.copyOf(copy.bytes, copy.size);
    }

    private void tear(List<Event> from, Random random) {
      if (from.isEmpty()) {
        return;
      }
      int whole = random.nextInt(from.size());
      from.subList(0, whole).forEach(this::apply);
      if (from.get(whole) instanceof Write write) {
        int sectors = random.nextInt(write.bytes.length / SECTOR + 1);
        apply(write, 0, Math.min(write.bytes.length, sectors * SECTOR));
      }
    }

    private void scatter(List<Event> from, Random random) {
      for (Event event : from) {
        if (event instanceof Write write) {
          for (int page = 0; page < write.bytes.length; page += PAGE) {
            if (random.nextBoolean()) {
              apply(write, page, Math.min(PAGE, write.bytes.length - page));
            }
          }
        } else if (random.nextBoolean()) {
          apply(event);
        }
      }
    }

    private void apply(Event event) {
      if (event instanceof Write write) {
        apply(write, 0, write.bytes.length);
      } else if (event instanceof Truncate truncate && truncate.size < size) {
        Arrays.fill(bytes, (int) truncate.size, size, (byte) 0);
        size = (int) truncate.size;
      }
    }

    private void apply(Write write, int from, int length) {
      int at = (int) write.at + from;
      if (length > 0) {
        if (at + length > bytes.length) {
          bytes = Arrays.copyOf(bytes, Math.max(at + length, bytes.length * 2));
        }
        System.arraycopy(write.bytes, from, bytes, at, length);
        size = Math.max(size, at + length);
      }
    }
  }
}
