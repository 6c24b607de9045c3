package dev.nextcart.testkit;

import dev.nextcart.domain.catalogue.Catalogue;

final class InMemoryCatalogueTest extends CatalogueContract {
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();

    @Override
    protected Catalogue catalogue() {
        return catalogue;
    }

    @Override
    protected void throttleNext(int calls) {
        catalogue.throttleNext(calls);
    }
}
