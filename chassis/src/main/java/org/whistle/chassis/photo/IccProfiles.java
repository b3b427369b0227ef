package org.whistle.chassis.photo;

import java.util.List;

/** Tells a colour profile (ICC.1) from something else that only sits in its place. */
final class IccProfiles {

    private static final int SIGNATURE_AT = 36;
    private static final int HEADER = 128;

    private IccProfiles() {}

    /**
     * Whether parts together look like one profile of bearable size.
     *
     * @param prefix how many bytes stand before the profile's data in each part
     */
    static boolean plausible(List<byte[]> parts, int prefix) {
        if (parts.isEmpty()) {
            return false;
        }
        long total = 0;
        for (byte[] part : parts) {
            total += part.length - prefix;
        }
        byte[] first = parts.get(0);
        return total >= HEADER
                && total <= PhotoSanitizer.MAX_PROFILE
                && first.length >= prefix + SIGNATURE_AT + 4
                && first[prefix + SIGNATURE_AT] == 'a'
                && first[prefix + SIGNATURE_AT + 1] == 'c'
                && first[prefix + SIGNATURE_AT + 2] == 's'
                && first[prefix + SIGNATURE_AT + 3] == 'p';
    }
}
