/** What keeps a page up to date: the event stream, and the attention that a reader pays. */
@NullMarked
package dev.homeport.web.live;

import org.jspecify.annotations.NullMarked;
