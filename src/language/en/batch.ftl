# Many studies at once.
