package ballast.tick;

import ballast.journal.Intent;
import ballast.venue.Holdings;

/**
 * How long both balances of an open intent have stood still, as this process has seen with its own
 * eyes. It is not kept: a new process starts its watch anew, which can only delay a judgement.
 *
 * @param intent the intent that is watched
 * @param begunMillis when this process began to watch
 * @param still the earliest reading since which nothing has changed
 */
record Watch(long intent, long begunMillis, Holdings still) {
  static Watch begun(Intent intent, long nowMillis, Holdings first) {
    return new Watch(intent.id(), nowMillis, first);
  }

  boolean isOf(Intent open) {
    return intent == open.id();
  }

  /** The watch after one more reading; a change starts the stillness anew. */
  Watch seeing(Holdings now) {
    boolean unchanged =
        now.inFutures().equals(still.inFutures())
            && Interest.explains(still, now, now.inEarn().minus(still.inEarn()));
    return unchanged ? this : new Watch(intent, begunMillis, now);
  }

  /** How long nothing had changed when this was read. */
  long stillMillis(Holdings now) {
    return now.readAtMillis() - still.readAtMillis();
  }
}
