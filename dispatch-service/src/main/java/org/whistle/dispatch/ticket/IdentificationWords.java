package org.whistle.dispatch.ticket;

import org.whistle.district.Label;

/** The reasons of what an identification whistle leads to, as they are recorded: Chinese, then English. */
final class IdentificationWords {

    /** Every body asked has said no. */
    static final String NOBODYS = "各单位均答复不是本单位的，无人认领。Every body asked said it is not its own.";

    /** The time to answer is over. */
    static final String SILENT = "答复时限已过，无人认领。The time to answer is over and nobody has claimed it.";

    private static final int MOST = 2000;

    private IdentificationWords() {}

    /** A body said it is its own. */
    static String claimed(Label owner, String basis) {
        return shortened("认领哨中" + owner.zh() + "答复是本单位的。In the identification whistle " + owner.en()
                + " said it is its own. " + basis);
    }

    /** Nobody did. */
    static String backstop(String why, Label body) {
        return why + "由" + body.zh() + "兜底维修，产权单位待区里确定。" + body.en()
                + " repairs it as the backstop; the district fixes the owner.";
    }

    private static String shortened(String words) {
        return words.length() <= MOST ? words : words.substring(0, MOST - 1) + "…";
    }
}
