/** What communities arrange without a ticket: small wishes (微心愿), lists of needs, resources and projects. */
@NullMarked
package org.whistle.contracts.community;

import org.jspecify.annotations.NullMarked;
