/** Every loopback that this process can see, side by side; which files, processes and machines show them is hidden here. */
@NullMarked
package dev.homeport.namespaces;

import org.jspecify.annotations.NullMarked;
