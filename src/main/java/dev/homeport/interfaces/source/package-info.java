/** Where interfaces, addresses and routes are read: rtnetlink on Linux, OSHI elsewhere. */
@NullMarked
package dev.homeport.interfaces.source;

import org.jspecify.annotations.NullMarked;
