/// Who may do what: roles, rights, and how far a right reaches. The server enforces the table, the
/// desk shows what it leaves.
@NullMarked
package io.daysheet.identity;

import org.jspecify.annotations.NullMarked;
