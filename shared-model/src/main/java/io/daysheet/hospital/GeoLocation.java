package io.daysheet.hospital;

/// A place on WGS 84, in degrees: latitude −90 to 90, longitude −180 to 180.
public record GeoLocation(double latitude, double longitude) {

  public GeoLocation {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("latitude is -90 to 90, longitude -180 to 180");
    }
  }
}
