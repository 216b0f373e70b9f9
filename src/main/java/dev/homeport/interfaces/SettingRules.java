package dev.homeport.interfaces;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.platform.HostileText;
import java.util.List;
import java.util.stream.Stream;

/** Findings about kernel settings that change what a loopback or a bind address means. */
final class SettingRules {

    private SettingRules() {}

    static List<Finding> findings(KernelSettings settings) {
        Stream<Finding> exposing = settings.exposingLoopback().stream().map(SettingRules::routeLocalnet);
        Stream<Finding> nonlocal = Stream.of(KernelSettings.NONLOCAL_BIND_4, KernelSettings.NONLOCAL_BIND_6)
                .flatMap(name -> settings.named(name).stream())
                .filter(Setting::isOn)
                .map(SettingRules::nonlocalBind);
        return Stream.concat(exposing, nonlocal).toList();
    }

    /** R1.33. */
    private static Finding routeLocalnet(Setting setting) {
        String where = setting.name().contains(".all.") ? "any interface" : "that interface";
        return new Finding(
                "route-localnet",
                Severity.WARNING,
                setting.name(),
                "What is bound to 127.0.0.0/8 can be reached from outside.",
                "The kernel takes packets for 127.0.0.0/8 that come in through " + where
                        + ": a machine on that link that "
                        + "means to, or a container, can reach servers that count on being for this machine alone "
                        + "(CVE-2020-8558). Docker without its proxy and Kubernetes set this.",
                List.of(evidence(setting)),
                off(setting, "closes it; whatever set it may need it, and may set it again"),
                "/interfaces#settings");
    }

    /** R1.36. */
    private static Finding nonlocalBind(Setting setting) {
        return new Finding(
                "nonlocal-bind",
                Severity.INFO,
                setting.name(),
                "Programs may bind addresses that this machine does not have.",
                "A program that listens on a mistyped address, or on one that went away, reports no error and is never "
                        + "reached. Load balancers with a floating address need this.",
                List.of(evidence(setting)),
                off(setting, "makes such a bind an error again"),
                "/interfaces#settings");
    }

    /** Its name holds an interface's, which whoever made the interface chose. */
    private static Fix off(Setting setting, String note) {
        return HostileText.isPlainWord(setting.name())
                ? new Fix("sudo sysctl -w " + setting.name() + "=0", note)
                : Fix.note("Setting it to 0 " + note + ".");
    }

    private static Evidence evidence(Setting setting) {
        return new Evidence(setting.name() + " = " + setting.value(), "sysctl " + setting.name());
    }
}
