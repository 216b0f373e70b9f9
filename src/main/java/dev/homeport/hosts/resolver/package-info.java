/** What glibc, musl and the JVM make of a hosts file: computed from its bytes and the settings of this machine, nothing asked. */
@NullMarked
package dev.homeport.hosts.resolver;

import org.jspecify.annotations.NullMarked;
