package ballast.journal;

import java.util.Optional;

/**
 * A link as it was read back.
 *
 * @param link empty when its columns make no sense
 * @param fault why they make none; else empty
 * @param hash as stored
 */
record StoredLink(long sequence, Optional<Link> link, String fault, Digest hash) {
  static StoredLink of(Link link, Digest hash) {
    return new StoredLink(link.sequence(), Optional.of(link), "", hash);
  }

  static StoredLink unreadable(long sequence, String fault, Digest hash) {
    return new StoredLink(sequence, Optional.empty(), fault, hash);
  }
}
