package io.daysheet.desktop.emergency;

/// What is asked for.
enum EmergencyField {
  MRN,
  BIRTH_DATE,
  REASON
}
