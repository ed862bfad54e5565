/// The audit trail: who saw and changed whose data. Others write to it by [Audit]; it is sealed,
/// verified, searched and exported here.
@NullMarked
package io.daysheet.server.audit;

import org.jspecify.annotations.NullMarked;
