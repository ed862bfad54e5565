/// Keys and what they protect: the master key, the data keys that it wraps, fields encrypted for
/// their row and column, and the keyed hashes by which encrypted fields are still found.
///
/// Google Tink does the cryptography; this only says which key is for what, where it is kept and
/// how it is replaced.
@NullMarked
package io.daysheet.server.crypto;

import org.jspecify.annotations.NullMarked;
