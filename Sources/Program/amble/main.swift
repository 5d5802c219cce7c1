internal import AmbleCommand
internal import Files
internal import SystemLibrary

Amble.prepareProcess()
exit(Amble.run(CommandWords.all))
