"""English words around the answers: articles, voice, plurals and abbreviations."""
