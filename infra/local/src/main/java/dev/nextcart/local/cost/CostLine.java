package dev.nextcart.local.cost;

/**
 * One thing that a million events use.
 *
 * @param price what it costs, and what is counted
 * @param user function that used it, empty for what no function used
 * @param resource table, queue, stream, bus or function it went to
 * @param quantity for a million events, in the price's unit
 */
public record CostLine(Price price, String user, String resource, double quantity) {
    /** US dollars for a million events. */
    public double usd() {
        return price.of(quantity);
    }

    /** First part of the price's name: {@code lambda}, {@code dynamodb}. */
    public String service() {
        return price.key().substring(0, price.key().indexOf('.'));
    }
}
