/**
 * What tests share: plausible and boring {@link dev.nextcart.testkit.Events}, fakes that say how they cheat, the
 * contracts that fakes and real stores both pass, and one DynamoDB Local per test JVM. Read
 * {@link dev.nextcart.testkit.ProfileStoreContract} first. Test scope only.
 */
@NullMarked
package dev.nextcart.testkit;

import org.jspecify.annotations.NullMarked;
