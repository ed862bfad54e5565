package io.daysheet.server.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the audit trail is kept.
///
/// @param sealAfter how long an entry lies unsealed at most, while nothing older is being written
/// @param batch entries in one batch; a transaction is never divided
/// @param retention how long entries are kept at least; by default six years, as 45 CFR §
///   164.316(b)(2) asks
/// @param atOnce how many may verify or export the trail at the same time
@Validated
@ConfigurationProperties("daysheet.audit")
public record AuditSettings(
    @NotNull @DefaultValue("5s") Duration sealAfter,
    @Min(1) @Max(100_000) @DefaultValue("1000") int batch,
    @NotNull @Kept @DefaultValue("6y") Period retention,
    @Min(1) @Max(10) @DefaultValue("2") int atOnce) {

  private static final Period SIX_YEARS = Period.ofYears(6);

  /// Whether entries go sooner than HIPAA lets records of this kind go: the law of the place may
  /// ask for less, or for more.
  boolean isRetentionShort() {
    LocalDate day = LocalDate.EPOCH;
    return day.plus(retention).isBefore(day.plus(SIX_YEARS));
  }
}
