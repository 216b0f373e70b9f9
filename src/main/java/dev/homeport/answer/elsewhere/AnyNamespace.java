package dev.homeport.answer.elsewhere;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page or an answer that takes {@link Elsewhere#PARAMETER}. All others tell of Homeport's own network namespace, and
 * refuse to be asked for another one: what they would tell is not what was asked for.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyNamespace {}
