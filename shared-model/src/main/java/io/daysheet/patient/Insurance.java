package io.daysheet.patient;

/// A patient's insurance: the plan and the member id on it.
public record Insurance(String plan, String memberId) {}
