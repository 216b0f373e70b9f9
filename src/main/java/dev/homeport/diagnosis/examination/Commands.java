package dev.homeport.diagnosis.examination;

import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.net.Protocol;
import dev.homeport.net.WebUrl;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.OsFamily;
import dev.homeport.sockets.SocketCommands;

/** Commands for the reader's own terminal, on each operating system; Homeport itself runs none (DOMAIN D6). */
public record Commands(OsFamily os) {

    /** Shows who holds the port. */
    public String holders(Target target) {
        return SocketCommands.show(target.protocol(), target.port(), os, false);
    }

    /** Shows the connections that have the port on this side. */
    public String connections(Target target) {
        return "ss -tan 'sport = :" + target.port() + "'";
    }

    /** Shows whether something is mended: by what is spoken there, or usually is. */
    public String verification(Target target) {
        if (target.protocol() == Protocol.UDP) {
            return holders(target);
        }
        boolean isUnknown = target.speech() == Speech.UNKNOWN;
        String host =
                target.address() == null ? target.host() : target.address().text();
        if (isUnknown && WebUrl.isUnlikely(target.port())) {
            return os == OsFamily.WINDOWS
                    ? "Test-NetConnection " + host + " -Port " + target.port()
                    : "nc -vz " + host + " " + target.port();
        }
        // In PowerShell 5, curl is another command.
        String curl = os == OsFamily.WINDOWS ? "curl.exe" : "curl";
        return target.speech() == Speech.HTTPS
                ? curl + " -vk " + quoted("https://" + target.text() + target.path())
                : curl + " -v " + quoted("http://" + target.text() + target.path());
    }

    /** In quotes where a shell would make something else of it. */
    private static String quoted(String url) {
        return HostileText.isPlainWord(url) ? url : "'" + url.replace("'", "%27") + "'";
    }

    /** Asks the system's resolver. */
    public String lookUp(String name) {
        return switch (os) {
            case WINDOWS -> "Resolve-DnsName " + name;
            case MACOS -> "dscacheutil -q host -a name " + name;
            default -> "getent ahosts " + name;
        };
    }

    /** Shows the firewall's rules. */
    public String firewall() {
        return switch (os) {
            case WINDOWS -> "Get-NetFirewallRule -Enabled True -Action Block | Format-Table DisplayName, Direction";
            case MACOS -> "sudo pfctl -sr; /usr/libexec/ApplicationFirewall/socketfilterfw --listapps";
            default -> "sudo nft -a list ruleset";
        };
    }

    /** Gives clients more ports. */
    public String morePorts() {
        return switch (os) {
            case WINDOWS -> "netsh int ipv4 set dynamicport tcp start=10240 num=55296";
            case MACOS -> "sudo sysctl -w net.inet.ip.portrange.first=10240";
            default -> "sudo sysctl -w net.ipv4.ip_local_port_range='10240 65535'";
        };
    }

    /** Ends a process. */
    public String end(int pid) {
        return os == OsFamily.WINDOWS ? "Stop-Process -Id " + pid : "kill " + pid;
    }
}
