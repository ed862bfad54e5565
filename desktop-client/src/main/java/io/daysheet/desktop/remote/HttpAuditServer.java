package io.daysheet.desktop.remote;

import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.Page;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The audit trail over REST.
public final class HttpAuditServer implements AuditServer {

  private static final String PAGE_SIZE = "100";
  private static final TypeReference<Page<AuditEntry>> ENTRIES = new TypeReference<>() {};
  private static final TypeReference<AuditVerification> VERIFICATION = new TypeReference<>() {};
  private static final TypeReference<Exported> NOTHING = new TypeReference<>() {};

  private final Calls calls;
  private final Calls patient;
  private final Executor executor;

  public HttpAuditServer(ServerAddress address, Executor executor) {
    this.calls = new Calls(address, executor);
    this.patient = calls.patiently();
    this.executor = executor;
  }

  @Override
  public Request search(
      AuditQuestion question, @Nullable String after, Consumer<Outcome<Page<AuditEntry>>> then) {
    HttpUrl.Builder url = calls.api("audit").addQueryParameter("limit", PAGE_SIZE);
    add(url, "patient", question.patient());
    add(url, "account", question.account());
    add(url, "action", question.action() == null ? null : question.action().word());
    add(url, "outcome", question.outcome() == null ? null : question.outcome().word());
    add(url, "after", after);
    return calls.send(Calls.get(time(url, question).build()), ENTRIES, then);
  }

  @Override
  public Request verify(Consumer<Outcome<AuditVerification>> then) {
    return patient.send(Calls.get(calls.api("audit/verification").build()), VERIFICATION, then);
  }

  @Override
  public Request export(
      AuditQuestion question, Path file, LongConsumer progress, Consumer<Outcome<Exported>> then) {
    HttpUrl.Builder url = time(calls.api("audit/export"), question);
    LinesToFile lines = new LinesToFile(file, n -> executor.execute(() -> progress.accept(n)));
    return patient.send(
        Calls.get(url.build()),
        response ->
            response.isSuccessful()
                ? lines.write(response)
                : calls.answers().read(response, NOTHING),
        then);
  }

  private static HttpUrl.Builder time(HttpUrl.Builder url, AuditQuestion question) {
    add(url, "from", question.from());
    add(url, "to", question.to());
    return url;
  }

  /// An instant is written with its offset: `Z`.
  private static void add(HttpUrl.Builder url, String name, @Nullable Object value) {
    if (value != null) {
      url.addQueryParameter(name, value.toString());
    }
  }
}
