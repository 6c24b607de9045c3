/** infra/localstack's scripts, run: on their own, and against moto_server where that is on the machine. */
@NullMarked
package dev.nextcart.deploy;

import org.jspecify.annotations.NullMarked;
