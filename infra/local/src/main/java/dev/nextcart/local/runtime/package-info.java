/**
 * What Lambda is to a function: the Runtime API it polls, the process it lives in, the time it has. Functions run as
 * their real packages; nothing here knows what they do. Read {@link dev.nextcart.local.runtime.FunctionPool} first.
 */
@NullMarked
package dev.nextcart.local.runtime;

import org.jspecify.annotations.NullMarked;
