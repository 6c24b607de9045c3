/**
 * Amazon's DynamoDB emulator in a process of its own, so that nothing it brings meets our class path. Read
 * {@link dev.nextcart.dynamodblocal.DynamoDbLocal}; this module's build lays the emulator's libraries in
 * {@code target/lib}.
 */
@NullMarked
package dev.nextcart.dynamodblocal;

import org.jspecify.annotations.NullMarked;
