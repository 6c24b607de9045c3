package dev.nextcart.testkit;

import dev.nextcart.domain.ledger.SalesLedger;

final class InMemorySalesLedgerTest extends SalesLedgerContract {
    private final InMemorySalesLedger ledger = new InMemorySalesLedger();

    @Override
    protected SalesLedger ledger() {
        return ledger;
    }

    @Override
    protected void throttleNext(int calls) {
        ledger.throttleNext(calls);
    }
}
