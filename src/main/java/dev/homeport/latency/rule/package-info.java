/** What the measurements tell: findings, times that betray their cause, and a sentence for other pages. */
@NullMarked
package dev.homeport.latency.rule;

import org.jspecify.annotations.NullMarked;
