package dev.homeport.interfaces.source;

import java.util.EnumSet;
import java.util.Set;

/** What the kernel says of an IPv6 address beside its bits (IFA_F_* of {@code linux/if_addr.h}, RFC 4862). */
public enum AddressMark {
    TEMPORARY("temporary", "made up for privacy and replaced after a while: for connections that leave from here"),
    DEPRECATED("deprecated", "not to be used for new connections"),
    TENTATIVE("tentative", "not usable yet: it is still being checked whether another machine has it"),
    DUPLICATE("duplicate", "not usable: another machine on the link has it");

    private static final int IFA_F_TEMPORARY = 0x01;
    private static final int IFA_F_OPTIMISTIC = 0x04;
    private static final int IFA_F_DADFAILED = 0x08;
    private static final int IFA_F_DEPRECATED = 0x20;
    private static final int IFA_F_TENTATIVE = 0x40;

    private final String label;
    private final String meaning;

    AddressMark(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    static Set<AddressMark> ofIpv6(int flags) {
        Set<AddressMark> marks = EnumSet.noneOf(AddressMark.class);
        if ((flags & IFA_F_TEMPORARY) != 0) {
            marks.add(TEMPORARY);
        }
        if ((flags & IFA_F_DEPRECATED) != 0) {
            marks.add(DEPRECATED);
        }
        if ((flags & IFA_F_DADFAILED) != 0) {
            marks.add(DUPLICATE);
        } else if ((flags & IFA_F_TENTATIVE) != 0 && (flags & IFA_F_OPTIMISTIC) == 0) {
            marks.add(TENTATIVE);
        }
        return marks;
    }

    /** The word on the page and in JSON. */
    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether such an address answers nobody yet. */
    public boolean isUnusable() {
        return this == TENTATIVE || this == DUPLICATE;
    }
}
