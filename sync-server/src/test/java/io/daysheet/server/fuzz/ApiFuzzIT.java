package io.daysheet.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.RawHttp;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Ten thousand requests that are odd in some way get an answer each, and none of them breaks
/// anything or tells anything that is not the asker's: not a name, not a text of somebody whom that
/// role may not see.
///
/// One number makes them all: `-Ddaysheet.fuzz.seed` repeats a run, `-Ddaysheet.fuzz.requests` says
/// how many.
@ServerTest
@Import(SettableClock.Configuration.class)
@ExtendWith(OutputCaptureExtension.class)
class ApiFuzzIT {

  private static final Logger log = LoggerFactory.getLogger(ApiFuzzIT.class);

  private static final long SEED = Long.getLong("daysheet.fuzz.seed", 20261121);
  private static final int REQUESTS = Integer.getInteger("daysheet.fuzz.requests", 10_000);
  private static final int AT_ONCE = 8;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private record Fault(int number, String why, String request, String answer) {}

  @Test
  void noRequestBreaksAnythingOrTellsAnything(CapturedOutput output) throws InterruptedException {
    JsonNode document = Api.on(port).get("//v3/api-docs").json();
    List<Operation> operations = Operation.of(document);
    Askers askers = Askers.in(jdbc, port);
    var faults = new ConcurrentLinkedQueue<Fault>();
    var statuses = new ConcurrentLinkedQueue<String>();
    long start = System.nanoTime();

    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    IntStream.range(0, REQUESTS)
        .forEach(number ->
            threads.execute(() -> {
              var odd = new Oddities(new Random(SEED + number));
              Asker asker = odd.one(askers.all());
              var bodies = new Bodies(document, odd, asker.ids(), askers.words());
              var maker = new FuzzedRequest(odd, bodies, asker.header());
              byte[] request = maker.of(operations.get(number % operations.size()));
              String answer = send(request);
              statuses.add(answer.length() < 12 ? "none" : answer.substring(9, 12));
              String why = Verdict.on(answer, asker.foreignIn(answer));
              if (!why.isEmpty()) {
                faults.add(new Fault(number, why, text(request), answer));
              }
            }));
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.MINUTES)).isTrue();

    Map<String, Long> counted =
        statuses.stream()
            .collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
    log.info(
        "{} requests from seed {} in {} ms: {}",
        REQUESTS,
        SEED,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
        counted);
    assertThat(faults.stream().limit(10)).as("seed %d", SEED).isEmpty();
    assertThat(output.getAll()).doesNotContain(askers.planted());
    assertThat(counted.keySet())
        .as("the requests reach something")
        .contains("200", "204", "400", "401", "403", "404", "409");
  }

  private String send(byte[] request) {
    try {
      return new RawHttp(port).send(request);
    } catch (IOException failed) {
      return "no answer: " + failed;
    }
  }

  private static String text(byte[] request) {
    String text = new String(request, ISO_8859_1);
    return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
  }
}
