package ballast.journal;

import ballast.venue.ApiCall;

/** A call with the account that it was made for. */
record AccountCall(String account, ApiCall call) {}
