package ballast.binance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A form body that can be written once: the client cannot send it again behind our back. */
final class Form extends RequestBody {
  private static final MediaType TYPE = MediaType.get("application/x-www-form-urlencoded");

  private final byte[] bytes;

  Form(String encoded) {
    bytes = encoded.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public MediaType contentType() {
    return TYPE;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }
}
