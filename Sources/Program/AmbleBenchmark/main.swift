internal import SystemLibrary

exit(await Benchmarks.run(Array(CommandLine.arguments.dropFirst())))
