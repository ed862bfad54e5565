package io.daysheet.server.hold;

import io.daysheet.identity.Right;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.wire.InZone;
import io.daysheet.wire.PlaceHold;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/holds`. They have no version: only whoever holds one can do anything about it.
@RestController
@RequestMapping("/api/v1/holds")
class HoldController {

  private static final String NOBODYS =
      "A hold is about no patient and gone in minutes; what it leads to is written";

  private final Holding holding;
  private final HoldEnds ends;

  HoldController(Holding holding, HoldEnds ends) {
    this.holding = holding;
    this.ends = ends;
  }

  @NotAudited(NOBODYS)
  @PostMapping
  @Needs(Right.BOOK)
  ResponseEntity<Object> place(@RequestBody PlaceHold request, Caller caller, IdempotencyKey key) {
    return holding.place(request, caller, key).toResponse();
  }

  @NotAudited(NOBODYS)
  @PutMapping("/{id}")
  @Needs(Right.BOOK)
  InZone<Hold> renew(@PathVariable HoldId id, Caller caller) {
    return ends.renew(id, caller);
  }

  @NotAudited(NOBODYS)
  @DeleteMapping("/{id}")
  @Needs(Right.BOOK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(@PathVariable HoldId id, Caller caller) {
    ends.release(id, caller);
  }
}
