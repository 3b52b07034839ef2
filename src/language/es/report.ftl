# El informe.
