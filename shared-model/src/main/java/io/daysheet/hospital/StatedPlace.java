package io.daysheet.hospital;

/// Degrees as somebody typed them.
public record StatedPlace(Double latitude, Double longitude) {

  public GeoLocation location() {
    return new GeoLocation(latitude, longitude);
  }
}
