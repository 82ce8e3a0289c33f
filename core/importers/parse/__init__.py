"""Pure reading: bytes and text in, typed records and coded problems out. No Django here."""
