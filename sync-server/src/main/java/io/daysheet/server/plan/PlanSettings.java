package io.daysheet.server.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How weekly plans are published.
///
/// @param weeks how many weeks ahead; never further than the hospital's own horizon
@Validated
@ConfigurationProperties("daysheet.plans")
record PlanSettings(@DefaultValue("26") @Min(1) @Max(520) int weeks) {}
