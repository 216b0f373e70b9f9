package dev.homeport.finding;

import java.util.List;

/** The findings of one room, made of its last readings; asked for each time they are shown. */
@FunctionalInterface
public interface Findings {

    List<Finding> now();
}
