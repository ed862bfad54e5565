package io.daysheet.server.stream;

import io.daysheet.server.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/// The whole server, with a stream that is quick to ping, to give up and to find what it was not
/// told.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(
    properties = {
      "daysheet.stream.kept=1024",
      "daysheet.stream.replayed=500",
      "daysheet.stream.poll=200ms",
      "daysheet.stream.ping=300ms",
      "daysheet.stream.pong-timeout=1500ms",
      "daysheet.stream.send-timeout=1s"
    })
@interface StreamTest {}
