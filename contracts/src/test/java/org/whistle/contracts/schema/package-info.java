/** The approved schemas, examples and topics, held against the records. */
@NullMarked
package org.whistle.contracts.schema;

import org.jspecify.annotations.NullMarked;
