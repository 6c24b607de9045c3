package dev.nextcart.training.churn;

import dev.nextcart.models.churn.Feature;
import java.util.ArrayList;
import java.util.List;

/**
 * What validation chooses among.
 *
 * @param bends whether effects bend, or are straight
 * @param bgNbd whether BG/NBD's log-odds are a feature
 * @param penalty of squared weights
 */
record NetworkShape(boolean bends, boolean bgNbd, double penalty) {
    /** A bend must pay for itself more than a slope. */
    private static final double HINGE_PENALTY = 4;

    private static final double[] PENALTIES = {3e-4, 3e-3, 3e-2};

    static List<NetworkShape> candidates() {
        List<NetworkShape> candidates = new ArrayList<>();
        for (double penalty : PENALTIES) {
            for (boolean bends : new boolean[] {false, true}) {
                for (boolean bgNbd : new boolean[] {false, true}) {
                    candidates.add(new NetworkShape(bends, bgNbd, penalty));
                }
            }
        }
        return candidates;
    }

    /** 1 where a function takes part, 0 where not. */
    float[] mask() {
        float[] mask = new float[Splines.FUNCTIONS];
        for (int feature = 0; feature < Feature.ALL.size(); feature++) {
            Feature which = Feature.ALL.get(feature);
            boolean used = bgNbd || which != Feature.BG_NBD;
            mask[feature] = used ? 1 : 0;
            for (int hinge = 0; hinge < Splines.HINGES; hinge++) {
                boolean bent = bends && used && !Splines.isFree(which);
                mask[Feature.ALL.size() + feature * Splines.HINGES + hinge] = bent ? 1 : 0;
            }
        }
        return mask;
    }

    float[] penalties() {
        float[] penalties = new float[Splines.FUNCTIONS];
        for (int function = 0; function < penalties.length; function++) {
            penalties[function] = (float) (penalty * (function < Feature.ALL.size() ? 1 : HINGE_PENALTY));
        }
        return penalties;
    }
}
