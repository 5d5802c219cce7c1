internal import SystemLibrary

/// The folder for temporary files of benchmarks: `TMPDIR`, or the system's folder.
var temporaryFolder: String {
  unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? P_tmpdir
}
