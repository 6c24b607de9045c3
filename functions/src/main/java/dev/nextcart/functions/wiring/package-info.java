/** Which object stands behind which port. The only room of the functions that knows DynamoDB is behind the store. */
@NullMarked
package dev.nextcart.functions.wiring;

import org.jspecify.annotations.NullMarked;
