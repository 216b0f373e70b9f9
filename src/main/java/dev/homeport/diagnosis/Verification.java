package dev.homeport.diagnosis;

import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.net.Protocol;
import dev.homeport.net.WebUrl;

/** The command that shows whether something is mended: by what is spoken there, or usually is. */
final class Verification {

    private Verification() {}

    static String of(Target target) {
        if (target.protocol() == Protocol.UDP) {
            return "ss -ulnp 'sport = :" + target.port() + "'";
        } else if (target.speech() == Speech.HTTPS) {
            return "curl -vk https://" + target.text() + "/";
        } else if (target.speech() == Speech.UNKNOWN && WebUrl.isUnlikely(target.port())) {
            String host =
                    target.address() == null ? target.host() : target.address().text();
            return "nc -vz " + host + " " + target.port();
        }
        return "curl -v http://" + target.text() + "/";
    }
}
