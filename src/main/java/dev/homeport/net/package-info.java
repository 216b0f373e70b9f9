/** The vocabulary of the network: addresses and their classes, endpoints, protocols, bind scopes, names of ports. */
@NullMarked
package dev.homeport.net;

import org.jspecify.annotations.NullMarked;
