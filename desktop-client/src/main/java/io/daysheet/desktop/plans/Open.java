package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.RecordViewModel;

/// What is open beside the week.
sealed interface Open {

  RecordViewModel<?, ?, ?> record();

  /// Whether something is typed that is not written.
  boolean isTyped();

  void close();

  record OfPlan(PlanFormViewModel form) implements Open {

    @Override
    public RecordViewModel<?, ?, ?> record() {
      return form.record();
    }

    @Override
    public boolean isTyped() {
      return form.draft().isTyped();
    }

    @Override
    public void close() {
      form.close();
    }
  }

  record OfTimeOff(TimeOffFormViewModel form) implements Open {

    @Override
    public RecordViewModel<?, ?, ?> record() {
      return form.record();
    }

    @Override
    public boolean isTyped() {
      return form.draft().isTyped();
    }

    @Override
    public void close() {
      form.close();
    }
  }
}
