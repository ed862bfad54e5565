/// The hospitals: their hours, closures and booking policies. Others ask [Hospitals].
@NullMarked
package io.daysheet.server.hospital;

import org.jspecify.annotations.NullMarked;
