/**
 * The local cloud seen from outside: its state file and its control API over loopback HTTP. Every command but the one
 * that starts the cloud goes through here. Read {@link dev.nextcart.local.client.CloudClient} first.
 */
@NullMarked
package dev.nextcart.local.client;

import org.jspecify.annotations.NullMarked;
