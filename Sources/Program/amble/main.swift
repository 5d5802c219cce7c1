internal import AmbleCommand
internal import SystemLibrary

Amble.prepareProcess()
exit(Amble.run(Array(CommandLine.arguments.dropFirst())))
