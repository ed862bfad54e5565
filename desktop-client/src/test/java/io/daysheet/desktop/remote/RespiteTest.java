package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RespiteTest {

  private final AtomicLong nanos = new AtomicLong();
  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client =
      new OkHttpClient.Builder().addInterceptor(new Respite(nanos::get)).build();

  @BeforeEach
  void open() throws IOException {
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aServerThatAsksForTimeGetsIt() throws IOException {
    answer(429, "3");
    answer(200, "");

    assertThat(ask("/a")).isEqualTo(429);
    nanos.addAndGet(Duration.ofMillis(2999).toNanos());
    assertThat(ask("/a?other=query")).isEqualTo(429);
    assertThat(server.getRequestCount()).isEqualTo(1);
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(ask("/a")).isEqualTo(200);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void anotherPlaceIsAskedAllTheSame() throws IOException {
    answer(429, "3");
    answer(200, "");

    assertThat(ask("/a")).isEqualTo(429);
    assertThat(ask("/b")).isEqualTo(200);
  }

  @Test
  void aServerThatAsksForDaysIsNotBelieved() throws IOException {
    answer(429, "86400");
    answer(200, "");

    assertThat(ask("/a")).isEqualTo(429);
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(ask("/a")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "soon", "Wed, 21 Oct 2026 07:28:00 GMT", "99999999999999"})
  void aTimeThatCantBeReadHoldsNothingUp(String header) throws IOException {
    answer(429, header);
    answer(200, "");

    assertThat(ask("/a")).isEqualTo(429);
    assertThat(ask("/a")).isEqualTo(200);
  }

  private void answer(int status, String retryAfter) {
    server.enqueue(
        new MockResponse.Builder().code(status).addHeader("Retry-After", retryAfter).build());
  }

  private int ask(String path) throws IOException {
    try (Response response =
        client.newCall(new Request.Builder().url(server.url(path)).build()).execute()) {
      return response.code();
    }
  }
}
