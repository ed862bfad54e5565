package io.daysheet.bench;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// Books over REST, with a key for each booking, as a desk does.
final class RestClient implements Load.Client {

  static final String APPOINTMENTS = "/api/v1/appointments";

  private final RawHttp http;
  private final Supplier<Slot> slots;

  RestClient(BenchServer server, Supplier<Slot> slots) throws IOException {
    this.http = new RawHttp(server.address(), server.tokens());
    this.slots = slots;
  }

  @Override
  public void once() throws IOException {
    int status = book(slots.get()).status();
    if (status != 201) {
      throw new IllegalStateException("a booking of a free hour was answered with " + status);
    }
  }

  RawHttp.Answer book(Slot slot) throws IOException {
    return http.post(
        APPOINTMENTS,
        Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Daysheet-Desk", "Bench"),
        slot.json());
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
