package io.daysheet.hospital;

import java.time.Duration;

/// When patients are asked to confirm a visit, and after how long an unanswered one is released.
public record Confirmation(Duration askBefore, Duration releaseAfter) {}
