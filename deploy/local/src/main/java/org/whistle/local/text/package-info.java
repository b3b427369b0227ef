/** What people read on the terminal, in Chinese and English. */
@NullMarked
package org.whistle.local.text;

import org.jspecify.annotations.NullMarked;
