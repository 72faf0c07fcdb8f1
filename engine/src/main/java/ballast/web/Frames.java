package ballast.web;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Two output streams and an exit code in one stream: a byte that says which, a length, the bytes.
 */
final class Frames {
  static final byte OUT = 1;
  static final byte ERR = 2;
  private static final byte EXIT = 3;

  private Frames() {}

  static Sink sink(OutputStream stream, byte channel) {
    return new Sink(stream, channel);
  }

  static void exit(OutputStream stream, int code) throws IOException {
    DataOutputStream data = new DataOutputStream(stream);
    data.writeByte(EXIT);
    data.writeInt(code);
    data.flush();
  }

  /**
   * Copies what is framed to the two streams.
   *
   * @return the exit code
   * @throws IOException when the stream ends before it came
   */
  static int copy(InputStream framed, OutputStream out, OutputStream err) throws IOException {
    DataInputStream data = new DataInputStream(framed);
    while (true) {
      byte channel = data.readByte();
      int number = data.readInt();
      if (channel == EXIT) {
        return number;
      }
      OutputStream sink = channel == OUT ? out : err;
      sink.write(data.readNBytes(number));
      sink.flush();
    }
  }

  /**
   * Writes frames of one channel; closing it leaves the stream open for the other. Both channels
   * are used by one thread, the one that runs the command.
   */
  static final class Sink extends OutputStream {
    private final DataOutputStream stream;
    private final byte channel;

    private Sink(OutputStream stream, byte channel) {
      this.stream = new DataOutputStream(stream);
      this.channel = channel;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      stream.writeByte(channel);
      stream.writeInt(length);
      stream.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
