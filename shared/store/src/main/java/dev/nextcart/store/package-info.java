/**
 * The domain's stores in DynamoDB: profiles, late events, refusals and the sales ledger. Rows are mapped by explicit
 * schemas, so that a native image needs no reflection; profiles and rollups are canonical bytes, so that equal means
 * equal byte for byte. Whatever may pass by itself (throttles, timeouts, 5xx, no connection) becomes a
 * {@link dev.nextcart.domain.event.StoreBusyException}; anything else is ours to mend and gets out as it is. Read
 * {@link dev.nextcart.store.DynamoDbProfileStore} first.
 */
@NullMarked
package dev.nextcart.store;

import org.jspecify.annotations.NullMarked;
