package dev.nextcart.local.cost;

/**
 * What one thing costs.
 *
 * @param key its name in the file, e.g. {@code sqs.requests}
 * @param usd US dollars for {@code per} of them, at least 0
 * @param per more than 0
 * @param unit what is counted
 * @param source page it was read from
 */
public record Price(String key, double usd, double per, String unit, String source) {
    public Price {
        if (!(usd >= 0) || !(per > 0) || Double.isInfinite(usd) || Double.isInfinite(per)) {
            throw new CostException("price " + key + ": " + usd + " USD per " + per + " is no price");
        }
    }

    double of(double quantity) {
        return quantity / per * usd;
    }
}
