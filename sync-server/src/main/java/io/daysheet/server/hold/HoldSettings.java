package io.daysheet.server.hold;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How many slots one account keeps at once: one for each form that is open.
///
/// @param person somebody of the staff, at all of their desks
/// @param patient who books for themselves
/// @param program an integration, behind which many may book
/// @param released how soon a hold that is over is told to the desks
@Validated
@ConfigurationProperties("daysheet.holds")
record HoldSettings(
    @DefaultValue("10") @Min(1) int person,
    @DefaultValue("1") @Min(1) int patient,
    @DefaultValue("100") @Min(1) int program,
    @DefaultValue("1s") Duration released) {}
