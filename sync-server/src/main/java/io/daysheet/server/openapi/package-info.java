/// The API as OpenAPI 3.1 and as a page to read: `/v3/api-docs` and `/docs`.
@NullMarked
package io.daysheet.server.openapi;

import org.jspecify.annotations.NullMarked;
