package io.daysheet.server.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the change stream behaves.
///
/// @param ping how often a socket is asked whether it still lives
/// @param pongTimeout a socket that has not answered for this long is closed
/// @param sendTimeout a socket that takes nothing for this long is dropped
/// @param poll how soon a change of another node, or of one whose writer died, is found
/// @param kept how many changes of a hospital stay in memory; a socket that is further behind while
///   it is connected is dropped
/// @param replayed how many changes a desk that comes back may have missed; beyond it loads anew
/// @param subscriptions how many hospitals one socket may follow
@Validated
@ConfigurationProperties("daysheet.stream")
record StreamSettings(
    @DefaultValue("15s") Duration ping,
    @DefaultValue("30s") Duration pongTimeout,
    @DefaultValue("10s") Duration sendTimeout,
    @DefaultValue("500ms") Duration poll,
    @DefaultValue("4096") @Min(16) @Max(1_000_000) int kept,
    @DefaultValue("5000") @Min(0) @Max(100_000) int replayed,
    @DefaultValue("200") @Min(1) @Max(10_000) int subscriptions) {}
