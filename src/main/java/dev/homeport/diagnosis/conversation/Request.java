package dev.homeport.diagnosis.conversation;

import java.nio.charset.StandardCharsets;

/**
 * The one question that is asked of a web server: HEAD changes nothing, and needs no answer but its first line (RFC 9110,
 * section 9.3.2). GET is as safe (section 9.2.1), and is for servers that know no HEAD.
 *
 * @param host as the target has it, with its port
 * @param name without its port, for the greeting of TLS
 * @param path with its query, in visible ASCII
 */
public record Request(Method method, String host, String name, int port, String path) {

    /** What is asked for. */
    public enum Method {
        HEAD,
        GET
    }

    byte[] bytes() {
        String text = method + " " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nUser-Agent: Homeport\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
