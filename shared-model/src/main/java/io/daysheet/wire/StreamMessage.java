package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.daysheet.hospital.HospitalId;
import java.util.List;

/// A frame of the change stream.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(StreamMessage.Subscribe.class),
  @JsonSubTypes.Type(StreamMessage.Changes.class),
  @JsonSubTypes.Type(StreamMessage.Reset.class)
})
public sealed interface StreamMessage {

  HospitalId hospital();

  /// Desk to server: send me what comes after this number.
  @JsonTypeName("subscribe")
  record Subscribe(HospitalId hospital, long after, String epoch) implements StreamMessage {
    public Subscribe {
      MissingFields.refuse("hospital", hospital, "epoch", epoch);
    }
  }

  /// Server to desk: what was committed, in order and without gaps.
  @JsonTypeName("changes")
  record Changes(HospitalId hospital, List<Change> changes) implements StreamMessage {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /// Server to desk: your number is of another time; load the day anew and subscribe from there.
  @JsonTypeName("reset")
  record Reset(HospitalId hospital) implements StreamMessage {}
}
