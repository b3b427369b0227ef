/** Adapters of the package above. */
@NullMarked
package org.whistle.dispatch.draft.web;

import org.jspecify.annotations.NullMarked;
