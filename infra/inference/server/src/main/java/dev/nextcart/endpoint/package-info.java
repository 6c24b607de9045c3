/**
 * The inference endpoint, by SageMaker's container contract: {@code POST /invocations} and {@code GET /ping}, beside {@code GET
 * /models} and {@code GET /metrics}. A request is read ({@link dev.nextcart.endpoint.InvocationReader}), waits in its task's
 * queue, is answered in a batch with others ({@link dev.nextcart.endpoint.TaskQueue}) by the version that is served then
 * ({@link dev.nextcart.endpoint.ModelSlot}).
 */
@NullMarked
package dev.nextcart.endpoint;

import org.jspecify.annotations.NullMarked;
