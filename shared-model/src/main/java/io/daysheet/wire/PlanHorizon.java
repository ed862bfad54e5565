package io.daysheet.wire;

import java.time.LocalDate;

/// How far ahead weekly plans are published at a hospital today.
///
/// @param until the last date, by the hospital's calendar
public record PlanHorizon(LocalDate until) {}
