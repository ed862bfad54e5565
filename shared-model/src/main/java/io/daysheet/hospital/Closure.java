package io.daysheet.hospital;

import java.time.LocalDate;

/// A whole date, in the hospital's zone, on which it stays closed.
public record Closure(LocalDate date, String reason) {}
