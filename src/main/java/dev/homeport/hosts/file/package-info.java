/** The lossless model of a hosts file: its text, its lines and an index of its names. Hides how compactly they are kept. */
@NullMarked
package dev.homeport.hosts.file;

import org.jspecify.annotations.NullMarked;
