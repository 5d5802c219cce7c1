/// A command line is not understood.
struct UsageError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, and what would be accepted.
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
