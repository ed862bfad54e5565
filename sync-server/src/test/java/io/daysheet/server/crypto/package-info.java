/// Keys and encrypted fields, also with keys that are lost, wrong or replaced.
@NullMarked
package io.daysheet.server.crypto;

import org.jspecify.annotations.NullMarked;
