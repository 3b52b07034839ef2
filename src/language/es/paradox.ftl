# La paradoja de la recuperación.
