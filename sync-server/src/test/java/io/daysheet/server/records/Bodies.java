package io.daysheet.server.records;

import io.daysheet.hospital.HospitalId;
import io.daysheet.server.Api;
import io.daysheet.wire.WireJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Records as an administrator's screen sends them.
final class Bodies {

  static final String HOSPITAL =
      """
      {"name":"Harbour View","timeZone":"America/Los_Angeles",
       "location":{"latitude":33.742,"longitude":-118.265},
       "operatingHours":[{"day":"MONDAY","open":"08:00","close":"12:30"},
         {"day":"MONDAY","open":"13:30","close":"24:00"}],
       "closures":[{"date":"2030-12-25","reason":"Christmas"}],
       "policy":{"gridMinutes":30,
         "appointmentTypes":[{"code":"FOLLOW_UP","minutes":30,"selfService":true}]}}
      """;

  private Bodies() {}

  static String doctor(String name, HospitalId... hospitals) {
    var body = WireJson.mapper().createObjectNode().put("name", name);
    var places = body.putArray("hospitals");
    for (HospitalId hospital : hospitals) {
      places.add(hospital.toString());
    }
    return body.toString();
  }

  /// What was read, with one field as it shall be.
  static ObjectNode with(JsonNode read, String field, @Nullable Object value) {
    ObjectNode body = ((ObjectNode) read).deepCopy();
    body.set(field, WireJson.mapper().valueToTree(value));
    return body;
  }

  static Api.Answer put(Api api, String path, JsonNode body) {
    return put(api, path, body, body.get("version").asInt());
  }

  static Api.Answer put(Api api, String path, JsonNode body, int version) {
    return api.send(
        "PUT",
        path,
        body.toString(),
        "If-Match",
        "\"" + version + "\"",
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }
}
