package lectern.kernel.magic;

/** What a magic gives to code that calls it, and that a cell does not show. */
record Silent(Object value) {}
