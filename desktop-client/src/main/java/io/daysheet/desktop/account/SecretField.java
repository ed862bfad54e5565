package io.daysheet.desktop.account;

/// What is typed on the page; each has a place for what is wrong with it.
enum SecretField {
  CURRENT_PASSWORD,
  NEW_PASSWORD,
  AGAIN,
  PASSWORD,
  CODE
}
