print("amble")
