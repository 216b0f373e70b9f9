package dev.homeport.diagnosis.trouble;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;

/** A server's certificate for localhost that nobody has signed but itself, made by keytool(1). */
final class Certificate {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private Certificate() {}

    static SSLServerSocketFactory sockets() throws Exception {
        Path directory = Files.createTempDirectory("homeport-certificate");
        Path file = directory.resolve("store.p12");
        try {
            Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
            Scene.run(keytool
                    + " -genkeypair -alias here -keyalg EC -dname CN=localhost -validity 2 -storetype PKCS12 -keystore "
                    + file + " -storepass " + new String(PASSWORD));
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }
}
