/**
 * Who decided or looked at what, chained by hashes so that no record can be changed, removed or slipped in unseen.
 *
 * <p>An entry is inserted in the transaction of the decision, unchained, so that decisions never wait for one another. One
 * sealer at a time links what was committed, within about a second, and signs the chain's head.
 */
@NullMarked
package org.whistle.chassis.audit;

import org.jspecify.annotations.NullMarked;
