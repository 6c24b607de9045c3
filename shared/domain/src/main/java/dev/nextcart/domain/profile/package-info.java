/**
 * What Nextcart knows of one shopper, as a pure function of the set of events counted. Read
 * {@link dev.nextcart.domain.profile.Profile} first, then {@link dev.nextcart.domain.profile.Memory} (why an event
 * counts once) and {@link dev.nextcart.domain.profile.ProfileFolding} (how a batch becomes one write per shopper).
 */
@NullMarked
package dev.nextcart.domain.profile;

import org.jspecify.annotations.NullMarked;
