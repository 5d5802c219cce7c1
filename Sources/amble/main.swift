internal import AmbleCommand

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

exit(Amble.run(Array(CommandLine.arguments.dropFirst())))
