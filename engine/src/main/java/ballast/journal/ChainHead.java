package ballast.journal;

/**
 * Where an account's hash chain ends.
 *
 * @param links how many links it has
 * @param hash of the last one, lower-case hex; 64 zeros before the first
 */
public record ChainHead(String account, long links, String hash) {}
