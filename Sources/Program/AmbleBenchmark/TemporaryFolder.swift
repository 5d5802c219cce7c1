internal import SystemLibrary

/// Where measurements put files that they take away again: `TMPDIR`, or the system's folder.
var temporaryFolder: String {
  unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? P_tmpdir
}
