/**
 * Proves a cloud's durable state right: everything handed in, from the journal, folded anew and compared with what
 * DynamoDB holds. Read {@link dev.nextcart.local.verify.Verifier} first.
 */
@NullMarked
package dev.nextcart.local.verify;

import org.jspecify.annotations.NullMarked;
