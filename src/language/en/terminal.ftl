# What commands answer.
