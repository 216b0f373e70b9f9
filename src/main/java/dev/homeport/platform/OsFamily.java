package dev.homeport.platform;

import dev.homeport.net.Named;
import oshi.util.PlatformEnum;

/** The families of operating systems whose commands Homeport knows. */
public enum OsFamily implements Named {
    LINUX,
    MACOS,
    WINDOWS,
    OTHER;

    /** The family of the system that this process runs on. */
    public static OsFamily current() {
        return switch (PlatformEnum.getCurrentPlatform()) {
            case LINUX, ANDROID -> LINUX;
            case MACOS -> MACOS;
            case WINDOWS -> WINDOWS;
            default -> OTHER;
        };
    }
}
