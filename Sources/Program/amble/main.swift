internal import AmbleCommand
internal import SystemLibrary

exit(Amble.run(Array(CommandLine.arguments.dropFirst())))
