/** Adapters of the package above. */
@NullMarked
package org.whistle.dispatch.draft.store;

import org.jspecify.annotations.NullMarked;
