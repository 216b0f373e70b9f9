package dev.homeport.diagnosis.conversation;

import dev.homeport.platform.HostileText;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS with any server: whether its certificate is to be trusted is the caller's client's question, and nothing that matters
 * is sent.
 */
final class TrustingTls {

    static final SSLSocketFactory SOCKETS = sockets();

    private static final int LONGEST_NAME = 80;

    private TrustingTls() {}

    /** {@code TLSv1.3, certificate of CN=localhost until 2027-01-01}. */
    static String text(SSLSession session) {
        return session.getProtocol() + certificate(session);
    }

    private static String certificate(SSLSession session) {
        try {
            Certificate first = session.getPeerCertificates()[0];
            if (first instanceof X509Certificate known) {
                LocalDate end = LocalDate.ofInstant(known.getNotAfter().toInstant(), ZoneOffset.UTC);
                String name = known.getSubjectX500Principal().getName();
                return ", certificate of " + HostileText.clean(name, LONGEST_NAME) + " until " + end;
            }
            return "";
        } catch (SSLPeerUnverifiedException e) {
            return ", without a certificate";
        }
    }

    private static SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no TLS", e);
        }
    }

    /** An extended one, since Java adds checks of its own to a plain one. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
