# Errors, warnings and notes about a study and a result folder. English has the texts of the program itself.

diagnostic-meaning = { $meaning }
diagnostic-remedy = { $remedy }
diagnostic-message = { $meaning }: { $detail }
diagnostic-help = { $remedy } ({ $detail })
diagnostic-near = did you mean { $name }?
diagnostic-level = { $level ->
    [error] error
    [warning] warning
    [note] note
   *[help] help
}
diagnostic-refused = refused: { $number ->
    [one] 1 error
   *[other] { $number } errors
}
