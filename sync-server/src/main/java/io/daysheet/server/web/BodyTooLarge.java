package io.daysheet.server.web;

import java.io.IOException;
import java.io.Serial;

/// A body went on beyond what one may have; it was not read to its end.
public final class BodyTooLarge extends IOException {
  @Serial private static final long serialVersionUID = 1;

  public BodyTooLarge() {
    super("the body is too large");
  }
}
