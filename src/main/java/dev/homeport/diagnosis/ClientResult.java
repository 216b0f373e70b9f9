package dev.homeport.diagnosis;

import dev.homeport.localhost.Client;

/**
 * What one kind of client sees.
 *
 * @param outcome as it would tell it itself: {@code connects to 127.0.0.1:3000}, {@code ECONNREFUSED ::1:3000}
 * @param works whether it gets a connection in the end
 * @param why a sentence
 */
public record ClientResult(Client client, String outcome, boolean works, String why) {}
