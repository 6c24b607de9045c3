/**
 * As much of S3 as Nextcart uses, over plain folders on loopback, so that functions run with the real S3 client. What it
 * cannot do it refuses by name. It earns its trust by the contract that it passes together with moto's S3. Read
 * {@link dev.nextcart.s3local.S3Local} first.
 */
@NullMarked
package dev.nextcart.s3local;

import org.jspecify.annotations.NullMarked;
