package io.daysheet.schedule;

/// How far somebody has read a hospital's stream of changes.
///
/// @param epoch changes when the server's history was restored: then numbers mean nothing any more
/// @param sequence the number of the last change that is contained; 0 before the first
public record StreamPosition(String epoch, long sequence) {

  public StreamPosition at(long sequence) {
    return new StreamPosition(epoch, sequence);
  }
}
