/** What is wrong with a hosts file, or may surprise: the rules H01 to H32 of DOMAIN 4.3, and four more. Hides which class has which. */
@NullMarked
package dev.homeport.hosts.lint;

import org.jspecify.annotations.NullMarked;
