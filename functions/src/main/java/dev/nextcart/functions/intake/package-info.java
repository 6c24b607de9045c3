/**
 * What all event functions share: messages become facts or refusals, facts are counted, fates become answers, metrics
 * and log lines. Read {@link dev.nextcart.functions.intake.Intake} first.
 */
@NullMarked
package dev.nextcart.functions.intake;

import org.jspecify.annotations.NullMarked;
