package dev.nextcart.training.churn;

import dev.nextcart.models.churn.Feature;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** Time is all but free: shrunk, it would fall short at each longer horizon. */
    private static final double TIME_PENALTY = 0.03;

    private static final double[] PENALTIES = {1e-3, 3e-3, 3e-2};

    /** The networks whose mean is taken, each with the penalties to choose among. */
    static List<List<NetworkShape>> candidates() {
        List<List<NetworkShape>> candidates = new ArrayList<>();
        for (boolean bends : new boolean[] {false, true}) {
            for (boolean bgNbd : new boolean[] {false, true}) {
                candidates.add(Arrays.stream(PENALTIES)
                        .mapToObj(penalty -> new NetworkShape(bends, bgNbd, penalty))
                        .toList());
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
            boolean line = function < Feature.ALL.size();
            double share = !line ? HINGE_PENALTY : isTime(Feature.ALL.get(function)) ? TIME_PENALTY : 1;
            penalties[function] = (float) (penalty * share);
        }
        return penalties;
    }

    private static boolean isTime(Feature feature) {
        return Splines.isFree(feature) && feature != Feature.BG_NBD;
    }
}
