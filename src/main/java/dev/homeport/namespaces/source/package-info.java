/** Which network namespaces the processes of a proc file system are in, and what they are called. */
@NullMarked
package dev.homeport.namespaces.source;

import org.jspecify.annotations.NullMarked;
