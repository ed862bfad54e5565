package io.daysheet.desktop.remote;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;

/// Carries one outcome to the desk's executor, unless it is not wanted any more by then.
final class Delivery implements Request {

  private final Executor executor;
  private final Call call;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  Delivery(Executor executor, Call call) {
    this.executor = executor;
    this.call = call;
  }

  @Override
  public void cancel() {
    cancelled.set(true);
    call.cancel();
  }

  void deliver(Runnable outcome) {
    executor.execute(() -> {
      if (!cancelled.get()) {
        outcome.run();
      }
    });
  }
}
