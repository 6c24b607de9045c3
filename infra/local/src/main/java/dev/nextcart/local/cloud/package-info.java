/**
 * The local cloud as a whole: template.yaml's functions and what feeds them, DynamoDB Local, and the control API that
 * every command talks to. Read {@link dev.nextcart.local.cloud.LocalCloud} first.
 */
@NullMarked
package dev.nextcart.local.cloud;

import org.jspecify.annotations.NullMarked;
