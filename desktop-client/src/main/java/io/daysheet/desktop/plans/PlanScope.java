package io.daysheet.desktop.plans;

/// How much of a weekly plan a change is about.
enum PlanScope {
  THIS_DATE,
  /// This date and those that follow.
  FOLLOWING,
  /// All dates that have not begun.
  ALL
}
