/**
 * {@code template.yaml} as the local cloud understands it: plain records, intrinsics resolved. What it cannot honour is
 * an error, never silence. Read {@link dev.nextcart.local.template.CloudTemplate} first.
 */
@NullMarked
package dev.nextcart.local.template;

import org.jspecify.annotations.NullMarked;
