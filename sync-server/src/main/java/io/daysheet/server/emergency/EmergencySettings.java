package io.daysheet.server.emergency;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How emergency access behaves.
///
/// @param lasts how long a doctor sees the patient, unless it is ended before
@Validated
@ConfigurationProperties("daysheet.emergency")
record EmergencySettings(
    @DefaultValue("12h") @DurationMin(minutes = 1) @DurationMax(days = 7) Duration lasts) {}
