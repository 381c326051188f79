"""Finding words in all of the content. No start needs it, so nothing that a start loads imports it."""
