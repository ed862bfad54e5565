package io.daysheet.server.hospital;

import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.identity.Right;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.Page;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/rooms`.
@RestController
@RequestMapping("/api/v1/rooms")
class RoomController {

  private final Rooms rooms;
  private final Hospitals hospitals;

  RoomController(Rooms rooms, Hospitals hospitals) {
    this.rooms = rooms;
    this.hospitals = hospitals;
  }

  @NotAudited("The directory names no patient")
  @GetMapping
  @Needs(Right.SEE_DIRECTORY)
  Page<Room> list(@RequestParam HospitalId hospital, Paging paging) {
    if (hospitals.find(hospital).isEmpty()) {
      throw RequestRefused.unknown("hospital");
    }
    return paging.page(
        rooms.list(hospital, paging.limit() + 1, paging.after(1)), room -> List.of(room.name()));
  }

  @NotAudited("The directory names no patient")
  @GetMapping("/{id}")
  @Needs(Right.SEE_DIRECTORY)
  ResponseEntity<Object> find(@PathVariable RoomId id) {
    Room room = rooms.find(id).orElseThrow(RequestRefused::notFound);
    return Answers.found(room.version(), room);
  }
}
