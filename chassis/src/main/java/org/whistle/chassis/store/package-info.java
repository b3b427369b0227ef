/** Transactions on the reactive client and on Hibernate Reactive, and single writes gathered into one. */
@NullMarked
package org.whistle.chassis.store;

import org.jspecify.annotations.NullMarked;
