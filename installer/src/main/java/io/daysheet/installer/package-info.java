/// Packs the desk. These files are run from source by the build: nothing here is in the product.
package io.daysheet.installer;
