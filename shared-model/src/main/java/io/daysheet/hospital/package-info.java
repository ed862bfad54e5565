/// Hospitals, their doctors, and the policy that a hospital books by.
@NullMarked
package io.daysheet.hospital;

import org.jspecify.annotations.NullMarked;
