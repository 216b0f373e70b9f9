/** Tests in a real Chromium: {@code ./mvnw verify -Pbrowser}. */
@NullMarked
package dev.homeport.browser;

import org.jspecify.annotations.NullMarked;
