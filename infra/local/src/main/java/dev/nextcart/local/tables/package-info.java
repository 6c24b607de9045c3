/**
 * Follows the streams of DynamoDB Local's tables and hands what changed to the delivery engine. One thread per table, so
 * that the engine's never waits for an answer. Read {@link dev.nextcart.local.tables.TableFollower} first.
 */
@NullMarked
package dev.nextcart.local.tables;

import org.jspecify.annotations.NullMarked;
