/// What travels between desk and server: requests, answers, changes, problems, and their JSON.
@NullMarked
package io.daysheet.wire;

import org.jspecify.annotations.NullMarked;
