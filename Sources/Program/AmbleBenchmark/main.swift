internal import SystemLibrary

exit(Benchmarks.run(Array(CommandLine.arguments.dropFirst())))
