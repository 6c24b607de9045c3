package dev.nextcart.inference;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON of one task's two records. */
interface TaskJson<Q extends Instance, A extends Answer> {
    Q instance(Fields fields);

    ObjectNode instance(Q instance);

    A answer(Fields fields);

    ObjectNode answer(A answer);
}
