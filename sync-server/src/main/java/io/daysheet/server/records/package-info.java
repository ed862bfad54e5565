/// The records that visits rest on, as they are written: hospitals, doctors and patients are made,
/// changed, put out of service and merged here, and each hospital concerned is told. They are read
/// in packages of their own.
@NullMarked
package io.daysheet.server.records;

import org.jspecify.annotations.NullMarked;
