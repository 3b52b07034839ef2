# Muchos estudios a la vez.
