package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.Page;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;

/// The search for duplicates over REST. A question that the server refuses has no answer, either:
/// whoever registers somebody hears what is wrong from the registration.
final class HttpDuplicates implements DuplicateSearch {

  private static final TypeReference<Page<LikelySame>> LIKELY = new TypeReference<>() {};

  private final Calls calls;

  HttpDuplicates(Calls calls) {
    this.calls = calls;
  }

  @Override
  public Request duplicates(FindDuplicates question, Consumer<Outcome<List<LikelySame>>> then) {
    okhttp3.Request request =
        new okhttp3.Request.Builder()
            .url(calls.api("patients/duplicates").build())
            .post(calls.body(question))
            .build();
    return calls.send(
        request,
        LIKELY,
        outcome ->
            then.accept(
                outcome instanceof Outcome.Done<Page<LikelySame>>(Page<LikelySame> page)
                    ? new Outcome.Done<>(page.items())
                    : new Outcome.Unknown<>(Cause.NO_ANSWER)));
  }
}
