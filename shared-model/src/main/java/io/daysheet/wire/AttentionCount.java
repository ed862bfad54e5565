package io.daysheet.wire;

/// `GET /rebooking/count`: how many visits somebody should look at, and nothing of them.
public record AttentionCount(int visits) {}
