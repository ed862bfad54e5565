package io.daysheet.desktop.remote;

import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.wire.StreamMessage;

/// The server's stream of changes. Each connection is heard from on the desk's executor.
public interface ChangeStream {

  /// Begins to connect and returns at once.
  Connection open(Listener listener);

  /// One connection, from opening until it is closed by whichever side.
  interface Connection {
    /// Asks for everything that comes after a position. Only on an open connection.
    void subscribe(HospitalId hospital, StreamPosition after);

    /// Closes it; its listener hears nothing any more.
    void close();
  }

  /// Hears one connection.
  interface Listener {
    void opened();

    void heard(StreamMessage message);

    /// A frame came that this desk can't read: something has been missed.
    void unreadable();

    /// It could not be opened, or was lost. Nothing comes after that.
    void closed();
  }
}
