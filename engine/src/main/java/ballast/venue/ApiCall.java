package ballast.venue;

/**
 * One call that went out, for the journal and the weight report. No query, no body, no key.
 *
 * @param atMillis the exchange's time when it was sent
 * @param method GET or POST
 * @param path the path alone
 * @param httpStatus 0 when no answer came
 * @param code the exchange's own error code, 0 when none was given
 * @param weight the documented weight of the endpoint
 * @param latencyMicros from the request to the last byte of the answer, or to the failure
 */
public record ApiCall(
    long atMillis,
    String method,
    String path,
    int httpStatus,
    int code,
    int weight,
    long latencyMicros) {}
