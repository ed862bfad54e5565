package io.daysheet.hospital;

/// A place in a hospital that holds one appointment at a time.
///
/// @param name as it stands on the door, unique in the hospital
/// @param active false: it gets no new visits; those that it has stay
public record Room(RoomId id, HospitalId hospitalId, String name, boolean active, int version) {}
