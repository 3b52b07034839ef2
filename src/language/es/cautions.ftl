# Lo que conviene saber antes de actuar.
