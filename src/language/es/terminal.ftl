# Lo que responden los comandos.
