/// What the shared model's share of the bench measures; compiled with the profile `bench` only.
@NullMarked
package io.daysheet.bench;

import org.jspecify.annotations.NullMarked;
