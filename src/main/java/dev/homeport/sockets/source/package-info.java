/** Where the rows of listening sockets come from: sock_diag, procfs, OSHI; hides the formats and their sentinels. */
@NullMarked
package dev.homeport.sockets.source;

import org.jspecify.annotations.NullMarked;
