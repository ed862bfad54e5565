package io.daysheet.bench;

import io.daysheet.wire.WireJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Registers patients over REST, as their records are encrypted by the server alone.
final class Registration {

  private static final int CLIENTS = 8;

  private Registration() {}

  /// The new patients' ids, in the order of their numbers from 0 on.
  ///
  /// @param record the request for a number
  static List<UUID> of(BenchServer server, int count, IntFunction<String> record) throws Exception {
    UUID[] ids = new UUID[count];
    Load.inParallel(
        IntStream.range(0, CLIENTS).boxed().toList(),
        client -> {
          try (var http = new RawHttp(server.address(), server.tokens())) {
            for (int number = client; number < count; number += CLIENTS) {
              ids[number] = register(http, record.apply(number));
            }
          }
          return client;
        });
    return Arrays.asList(ids);
  }

  private static UUID register(RawHttp http, String record) throws Exception {
    RawHttp.Answer made = http.post("/api/v1/patients", Map.of(), record);
    if (made.status() != 201) {
      throw new IllegalStateException("a registration was answered with " + made.status());
    }
    return UUID.fromString(WireJson.mapper().readTree(made.body()).get("id").asString());
  }
}
