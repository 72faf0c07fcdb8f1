package ballast.tick;

import ballast.journal.Intent;
import ballast.venue.Holdings;

/**
 * How long both balances of an open intent have stood still, as this process has seen with its own
 * eyes and by a clock that nobody sets. It is not kept: a new process starts its watch anew, which
 * can only delay a judgement. Whatever is seen was read after the intent was sent, so that as long
 * as they have stood still, so long ago at least it was sent.
 *
 * @param intent the intent that is watched
 * @param begun when this process began to watch, steady milliseconds
 * @param still the earliest reading since which nothing has changed
 * @param since when that reading had arrived, steady milliseconds
 */
record Watch(long intent, long begun, Holdings still, long since) {
  /**
   * @param arrived when the first reading had arrived, steady milliseconds
   */
  static Watch begun(Intent intent, Holdings first, long arrived) {
    return new Watch(intent.id(), arrived, first, arrived);
  }

  boolean isOf(Intent open) {
    return intent == open.id();
  }

  /**
   * The watch after one more reading; a change starts the stillness anew.
   *
   * @param arrived when the reading had arrived, steady milliseconds
   */
  Watch seeing(Holdings now, long arrived) {
    boolean unchanged =
        now.inFutures().equals(still.inFutures())
            && Interest.explains(still, now, now.inEarn().minus(still.inEarn()));
    return unchanged ? this : new Watch(intent, begun, now, arrived);
  }

  /**
   * For how long nothing has changed.
   *
   * @param asked when the last reading was asked for, steady milliseconds
   */
  long stillMillis(long asked) {
    return asked - since;
  }

  /** For how long this process has watched. */
  long watchedMillis(long asked) {
    return asked - begun;
  }
}
