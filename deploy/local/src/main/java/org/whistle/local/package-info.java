/** The whole system on one machine: real broker, database, identity provider and services as child processes behind one front door. */
@NullMarked
package org.whistle.local;

import org.jspecify.annotations.NullMarked;
