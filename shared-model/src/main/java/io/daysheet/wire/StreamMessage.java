package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.daysheet.hospital.HospitalId;
import java.util.List;

/// A frame of the change stream.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(StreamMessage.Authenticate.class),
  @JsonSubTypes.Type(StreamMessage.Subscribe.class),
  @JsonSubTypes.Type(StreamMessage.Changes.class),
  @JsonSubTypes.Type(StreamMessage.Reset.class)
})
public sealed interface StreamMessage {

  /// One that is about a hospital's stream.
  sealed interface OfHospital extends StreamMessage {
    HospitalId hospital();
  }

  /// Desk to server: here is my new access token, go on with it. Without one the server closes the
  /// socket when the token expires that it was opened with. It has to be the same account's.
  @JsonTypeName("authenticate")
  record Authenticate(String token) implements StreamMessage {
    public Authenticate {
      MissingFields.refuse("token", token);
    }

    /// Never the token: frames end up in logs.
    @Override
    public String toString() {
      return "Authenticate[]";
    }
  }

  /// Desk to server: send me what comes after this number.
  @JsonTypeName("subscribe")
  record Subscribe(HospitalId hospital, long after, String epoch) implements OfHospital {
    public Subscribe {
      MissingFields.refuse("hospital", hospital, "epoch", epoch);
    }
  }

  /// Server to desk: what was committed, in order and without gaps.
  @JsonTypeName("changes")
  record Changes(HospitalId hospital, List<Change> changes) implements OfHospital {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /// Server to desk: your number is of another time; load the day anew and subscribe from there.
  @JsonTypeName("reset")
  record Reset(HospitalId hospital) implements OfHospital {}
}
