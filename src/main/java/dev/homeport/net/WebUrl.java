package dev.homeport.net;

import java.util.Set;

/** URLs of what listens on a port, by what usually listens there. */
public final class WebUrl {

    private static final Set<Integer> HTTP = Set.of(
            80, 81, 591, 1313, 2368, 3000, 3001, 3002, 3003, 3030, 3333, 4000, 4200, 4321, 5000, 5001, 5173, 5174, 5601,
            6006, 7860, 8000, 8001, 8008, 8025, 8080, 8081, 8082, 8083, 8086, 8088, 8090, 8096, 8123, 8161, 8181, 8265,
            8384, 8501, 8787, 8888, 8889, 9000, 9001, 9080, 9090, 9091, 9093, 9100, 9200, 15672, 16686, 19999, 32400);

    private static final Set<Integer> HTTPS = Set.of(443, 4443, 6443, 7443, 8443, 9443, 10443);

    /** Databases, mail, shells and others that speak protocols of their own. */
    private static final Set<Integer> NOT_WEB = Set.of(
            21, 22, 23, 25, 53, 88, 110, 111, 119, 135, 139, 143, 179, 389, 445, 465, 514, 515, 548, 554, 587, 636, 873,
            990, 993, 995, 1433, 1521, 1883, 2049, 2181, 3306, 3389, 4369, 5005, 5432, 5433, 5672, 5671, 5900, 5901,
            6379, 6380, 7000, 7687, 8883, 9042, 9092, 9418, 11211, 26379, 27017, 27018, 33060, 50051);

    private WebUrl() {}

    /** Whether web servers usually listen on {@code port}. */
    public static boolean isUsual(int port) {
        return HTTP.contains(port) || HTTPS.contains(port);
    }

    /** Whether something else than a web server almost certainly listens on {@code port}. */
    public static boolean isUnlikely(int port) {
        return NOT_WEB.contains(port);
    }

    /** The URL, with {@code https} on ports that usually have it. */
    public static String of(String host, int port) {
        String scheme = HTTPS.contains(port) ? "https" : "http";
        boolean isDefault = port == 80 || port == 443;
        return scheme + "://" + host + (isDefault ? "" : ":" + port) + "/";
    }
}
