package io.daysheet.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.daysheet.server.fuzz.Operation.Parameter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes the bytes of one request: an operation of the document with something odd about it.
///
/// @param bearer the header that says who asks
record FuzzedRequest(Oddities odd, Bodies bodies, String bearer) {

  private static final List<String> OTHER_METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND", "FOO", "get");

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "application/json;charset=utf-16",
          "application/json;charset=nonsense",
          "application/json;;;",
          "application/*",
          "*/*",
          "nonsense",
          "application/problem+json");

  byte[] of(Operation operation) {
    String method = odd.chance(90) ? operation.method() : odd.one(OTHER_METHODS);
    byte @Nullable [] body = odd.chance(95) ? body(operation.body()) : odd.text().getBytes(UTF_8);
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(address(operation)).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1\r\nConnection: close\r\n");
    head.append(bearer);
    headers(operation, head);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    if (body == null) {
      request.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    } else if (odd.chance(85)) {
      head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
      request.writeBytes(head.toString().getBytes(ISO_8859_1));
      request.writeBytes(body);
    } else {
      head.append("Transfer-Encoding: chunked\r\n\r\n");
      request.writeBytes(head.toString().getBytes(ISO_8859_1));
      chunks(request, body);
    }
    return request.toByteArray();
  }

  private void chunks(ByteArrayOutputStream request, byte[] body) {
    int middle = body.length / 2;
    for (int[] part : new int[][] {{0, middle}, {middle, body.length - middle}}) {
      if (part[1] > 0) {
        request.writeBytes((Integer.toHexString(part[1]) + "\r\n").getBytes(ISO_8859_1));
        request.write(body, part[0], part[1]);
        request.writeBytes("\r\n".getBytes(ISO_8859_1));
      }
    }
    request.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
  }

  private String address(Operation operation) {
    String path = operation.path();
    StringBuilder query = new StringBuilder();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("path")) {
        path = path.replace("{" + parameter.name() + "}", value(parameter, 40));
      } else if (parameter.in().equals("query")) {
        for (int times = odd.random().nextInt(10); times > 2; times -= 3) {
          query.append(query.isEmpty() ? '?' : '&').append(parameter.name()).append('=');
          query.append(value(parameter, 45));
        }
      }
    }
    if (odd.chance(10)) {
      query.append(query.isEmpty() ? '?' : '&').append(odd.inAddress());
    }
    return odd.chance(96) ? path + query : path + odd.inAddress() + query;
  }

  private String value(Parameter parameter, int wrong) {
    if (odd.chance(wrong)) {
      return odd.inAddress();
    }
    JsonNode schema = parameter.schema();
    String text = bodies.text(schema.has("items") ? schema.get("items") : schema);
    return text.replace("+", "%2B").replace(" ", "%20");
  }

  private void headers(Operation operation, StringBuilder head) {
    if (operation.body() != null || odd.chance(10)) {
      header(head, "Content-Type", odd.chance(85) ? "application/json" : odd.one(TYPES));
    }
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("header") && odd.chance(60)) {
        header(
            head,
            parameter.name(),
            odd.chance(50) ? "\"" + odd.random().nextInt(3) + "\"" : odd.inHeader());
      }
    }
    if (odd.chance(10)) {
      header(head, "Accept", odd.chance(50) ? odd.one(TYPES) : odd.inHeader());
    }
    if (odd.chance(8)) {
      header(
          head,
          odd.one(
              List.of(
                  "Content-Encoding",
                  "Accept-Language",
                  "Range",
                  "If-None-Match",
                  "If-Modified-Since",
                  "X-Forwarded-Host",
                  "X-Forwarded-For",
                  "Forwarded",
                  "Origin",
                  "Cookie",
                  "X-HTTP-Method-Override",
                  "Upgrade",
                  "Sec-WebSocket-Key")),
          odd.inHeader());
    }
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private byte @Nullable [] body(@Nullable JsonNode schema) {
    if (schema == null) {
      return null;
    }
    String good = bodies.body(schema, odd.one(List.of(0, 3, 10, 40)));
    return switch (odd.random().nextInt(20)) {
      case 0 -> good.substring(0, odd.random().nextInt(good.length() + 1)).getBytes(UTF_8);
      case 1 -> good.getBytes(UTF_16LE);
      case 2 -> ("\uFEFF" + good).getBytes(UTF_8);
      case 3 -> noise();
      case 4 -> ("[".repeat(1 + odd.random().nextInt(20_000)) + good).getBytes(UTF_8);
      case 5 -> ("{\"a\":".repeat(1 + odd.random().nextInt(5000)) + good).getBytes(UTF_8);
      case 6 -> (good + good).getBytes(UTF_8);
      case 7 -> new byte[0];
      default -> good.getBytes(UTF_8);
    };
  }

  private byte[] noise() {
    byte[] bytes = new byte[odd.random().nextInt(300)];
    odd.random().nextBytes(bytes);
    return bytes;
  }
}
