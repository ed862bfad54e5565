package io.daysheet.wire;

import java.time.ZoneId;

/// An answer whose instants are written with the offset of a hospital's zone.
public record InZone<T>(ZoneId zone, T body) {}
