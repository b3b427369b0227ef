/** Photos: checked and cleaned of personal data before they are kept, and bound to what they show. */
@NullMarked
package org.whistle.chassis.photo;

import org.jspecify.annotations.NullMarked;
