package io.daysheet.wire;

/// How far the chain of sealed batches has come. Whoever keeps one elsewhere finds out later if the
/// chain's end was cut off.
public record AuditHead(long number, String hash) {}
