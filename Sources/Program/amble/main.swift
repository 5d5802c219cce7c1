internal import AmbleCommand
internal import Files
internal import SystemLibrary

exit(Amble.run(CommandWords.all))
