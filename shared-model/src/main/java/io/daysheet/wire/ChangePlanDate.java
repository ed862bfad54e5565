package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.daysheet.time.MinuteOfDay;
import org.jspecify.annotations.Nullable;

/// `PUT /weekly-plans/{id}/dates/{date}`: the date's own times, or that it is skipped.
///
/// @param start and end of that date's time; left out if it is skipped
/// @param skip true: the doctor does not work that date
public record ChangePlanDate(
    @Nullable MinuteOfDay start, @Nullable MinuteOfDay end, @Nullable Boolean skip) {

  public ChangePlanDate {
    if (!Boolean.TRUE.equals(skip)) {
      MissingFields.refuse("start", start, "end", end);
    }
  }

  @JsonIgnore
  public boolean isSkipped() {
    return Boolean.TRUE.equals(skip);
  }
}
