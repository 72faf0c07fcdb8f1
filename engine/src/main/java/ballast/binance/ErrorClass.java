package ballast.binance;

import ballast.venue.VenueFailure;

/**
 * What one of the exchange's error codes proves.
 *
 * <p>For the transfer there is one question: is it certain that nothing was moved? Only codes whose
 * documented meaning is a check before anything is done are listed as such. Codes that merely say
 * that something failed, that the system is busy, or that something is pending prove nothing, and
 * neither does a code that stands in no document: all of them are {@link #UNKNOWN}.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">Binance: error
 *     codes</a>
 */
enum ErrorClass {
  /** This one request was refused before anything was done. */
  REFUSED(VenueFailure.Kind.REFUSED),
  /** Too many calls; not executed. */
  BACK_OFF(VenueFailure.Kind.THROTTLED),
  /** The timestamp was outside the window; not executed, and the clock must be measured again. */
  CLOCK(VenueFailure.Kind.REFUSED),
  /** Key, permission, signature or setting: it would be refused again; not executed. */
  FATAL(VenueFailure.Kind.FORBIDDEN),
  /** A transfer may have been executed; a reading may be asked again. */
  UNKNOWN(VenueFailure.Kind.UNREACHABLE);

  /** How a reading fails that met such a code. */
  final VenueFailure.Kind kind;

  ErrorClass(VenueFailure.Kind kind) {
    this.kind = kind;
  }

  /** True when a transfer that met such a code has certainly not been executed. */
  boolean provesNothingMoved() {
    return this != UNKNOWN;
  }

  static ErrorClass of(int code) {
    return switch (code) {
      case -1003, -1015, -4005, -6009, -12014 -> BACK_OFF;
      case -1021 -> CLOCK;
      case -1002, -1016, -1020, -1022, -1099, -1131, -2014, -2015, -21001, -21002 -> FATAL;
      case -1010, -1013, -1014 -> REFUSED;
      case -3005, -3019, -3020, -3023, -3027, -3041, -3043 -> REFUSED;
      case -5002, -5003, -5007, -5011 -> REFUSED;
      case -6003, -6004, -6005, -6006, -6007, -6008, -6011, -6012 -> REFUSED;
      case -6015, -6016, -6017, -6018, -6020, -21007 -> REFUSED;
      default -> isBadParameter(code) ? REFUSED : UNKNOWN;
    };
  }

  /** The whole range -1100 to -1199 is about the request's own parameters. */
  private static boolean isBadParameter(int code) {
    return code <= -1100 && code > -1200;
  }
}
