#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

exit(Benchmarks.run(Array(CommandLine.arguments.dropFirst())))
