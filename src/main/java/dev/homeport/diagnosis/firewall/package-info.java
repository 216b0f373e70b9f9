/**
 * The rules of the kernel's packet filter, nftables (iptables-nft writes the same), and what they do to a connection over
 * loopback.
 */
@NullMarked
package dev.homeport.diagnosis.firewall;

import org.jspecify.annotations.NullMarked;
