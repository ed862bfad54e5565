/// Tests of the connection against a server that is slow, cuts, or talks garbage.
@NullMarked
package io.daysheet.desktop.remote;

import org.jspecify.annotations.NullMarked;
