package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.wire.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// A list that is short enough to have whole: one page after the other.
final class AllPages<T> {

  private static final String PAGE_SIZE = "200";

  private final Calls calls;
  private final HttpUrl.Builder url;
  private final TypeReference<Page<T>> page;
  private final Consumer<Outcome<List<T>>> then;
  private final List<T> items = new ArrayList<>();
  private @Nullable Request current;

  AllPages(
      Calls calls,
      HttpUrl.Builder url,
      TypeReference<Page<T>> page,
      Consumer<Outcome<List<T>>> then) {
    this.calls = calls;
    this.url = url.setQueryParameter("limit", PAGE_SIZE);
    this.page = page;
    this.then = then;
  }

  Request start() {
    ask();
    return () -> {
      if (current != null) {
        current.cancel();
      }
    };
  }

  private void ask() {
    current = calls.send(Calls.get(url.build()), page, this::answered);
  }

  private void answered(Outcome<Page<T>> outcome) {
    switch (outcome) {
      case Outcome.Done<Page<T>>(Page<T> answered) -> {
        items.addAll(answered.items());
        if (answered.next() == null) {
          then.accept(new Outcome.Done<>(List.copyOf(items)));
        } else {
          url.setQueryParameter("after", answered.next());
          ask();
        }
      }
      case Outcome.Refused<Page<T>>(int status, String code, var violations) ->
          then.accept(new Outcome.Refused<>(status, code, violations));
      case Outcome.Stale<Page<T>> _ -> then.accept(new Outcome.Unknown<>(Cause.BROKEN));
      case Outcome.Unknown<Page<T>>(Cause cause) -> then.accept(new Outcome.Unknown<>(cause));
    }
  }
}
