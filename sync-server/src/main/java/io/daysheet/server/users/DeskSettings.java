package io.daysheet.server.users;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What all desks keep to.
///
/// @param lockAfter a desk that nobody has touched for so long locks
@Validated
@ConfigurationProperties("daysheet.desk")
record DeskSettings(
    @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 1) Duration lockAfter) {}
