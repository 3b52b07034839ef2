# What a reader should know before he acts on a result.
