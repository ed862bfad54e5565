package io.daysheet.server.audit;

import io.daysheet.identity.AccountId;
import io.daysheet.identity.Right;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.server.web.StatedTimes;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditOutcome;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/audit`: for those who may read the trail. That they read it is written there too.
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

  private final AuditSearch search;
  private final Verification verification;
  private final Export export;
  private final Turns turns;
  private final Audit audit;

  AuditController(
      AuditSearch search, Verification verification, Export export, Turns turns, Audit audit) {
    this.search = search;
    this.verification = verification;
    this.export = export;
    this.turns = turns;
    this.audit = audit;
  }

  @Audited(value = AuditAction.AUDIT_READ, byItself = true)
  @GetMapping
  @Needs(Right.READ_AUDIT)
  Page<AuditEntry> search(
      @RequestParam(required = false) @Nullable PatientId patient,
      @RequestParam(required = false) @Nullable AccountId account,
      @RequestParam(required = false) @Nullable OffsetDateTime from,
      @RequestParam(required = false) @Nullable OffsetDateTime to,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String outcome,
      Paging paging,
      Caller caller) {
    var question =
        new AuditSearch.Question(
            patient,
            account,
            instant("from", from),
            instant("to", to),
            word("action", action, AuditAction::ofWord),
            word("outcome", outcome, AuditController::outcome));
    List<AuditEntry> found = search.find(question, paging.limit() + 1, seen(paging));
    audit.write(
        Who.of(caller),
        Deed.done(
            AuditAction.AUDIT_READ, null, null, patient == null ? List.of() : List.of(patient)));
    return paging.page(found, entry -> List.of(entry.at().toString(), String.valueOf(entry.id())));
  }

  /// From the first batch on, or after one that is known to be in order; `head` is an end that is
  /// known from elsewhere.
  @Audited(value = AuditAction.AUDIT_VERIFIED, byItself = true)
  @GetMapping("/verification")
  @Needs(Right.READ_AUDIT)
  AuditVerification verify(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String head,
      Caller caller,
      HttpServletResponse response) {
    AuditHead known = word("after", after, AuditController::head);
    AuditHead expected = word("head", head, AuditController::head);
    try (var _ = turns.take(response)) {
      audit.write(Who.of(caller), Deed.done(AuditAction.AUDIT_VERIFIED, null));
      return verification.verify(known, expected);
    }
  }

  /// Lines of JSON, as they are read.
  @Audited(value = AuditAction.AUDIT_EXPORTED, byItself = true)
  @GetMapping(value = "/export", produces = "application/x-ndjson")
  @Needs(Right.READ_AUDIT)
  void export(
      @RequestParam(required = false) @Nullable OffsetDateTime from,
      @RequestParam(required = false) @Nullable OffsetDateTime to,
      Caller caller,
      HttpServletResponse response)
      throws IOException {
    Instant begin = instant("from", from);
    Instant end = instant("to", to);
    try (var _ = turns.take(response)) {
      audit.write(Who.of(caller), Deed.done(AuditAction.AUDIT_EXPORTED, null));
      response.setContentType("application/x-ndjson");
      response.setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
      export.write(begin, end, response.getOutputStream());
    }
  }

  private static @Nullable Instant instant(String parameter, @Nullable OffsetDateTime time) {
    return time == null ? null : StatedTimes.check(parameter, time).toInstant();
  }

  private static <T> @Nullable T word(
      String parameter, @Nullable String text, Function<String, Optional<T>> read) {
    return text == null
        ? null
        : read.apply(text)
            .orElseThrow(() -> RequestRefused.invalid(parameter, Expected.KNOWN_WORD));
  }

  private static Optional<AuditOutcome> outcome(String word) {
    return Arrays.stream(AuditOutcome.values()).filter(o -> o.word().equals(word)).findFirst();
  }

  private static Optional<AuditHead> head(String text) {
    try {
      return Optional.of(Heads.parse(text));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static AuditSearch.@Nullable Seen seen(Paging paging) {
    List<String> after = paging.after(2);
    try {
      return after.isEmpty()
          ? null
          : new AuditSearch.Seen(
              StatedTimes.check("after", OffsetDateTime.parse(after.get(0))).toInstant(),
              Long.parseLong(after.get(1)));
    } catch (DateTimeException | NumberFormatException notOurs) {
      throw RequestRefused.invalid("after", Expected.CURSOR);
    }
  }
}
