package dev.homeport.diagnosis.conversation;

import java.nio.charset.StandardCharsets;

/**
 * The one question that is asked of a web server: HEAD changes nothing, and needs no answer but its first line (RFC 9110,
 * section 9.3.2).
 *
 * @param host as the target has it, with its port
 * @param name without its port, for the greeting of TLS
 * @param path with its query, in visible ASCII
 */
public record Request(String host, String name, int port, String path) {

    byte[] bytes() {
        String text = "HEAD " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nUser-Agent: Homeport\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
