package io.daysheet.desktop.account;

/// What is open on the page; one at a time, so that no half-typed secret waits in another.
enum Section {
  NONE,
  PASSWORD,
  PIN,
  SECOND_STEP
}
