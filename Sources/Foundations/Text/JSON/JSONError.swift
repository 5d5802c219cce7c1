/// A text that is no JSON.
package struct JSONError: Error, Equatable, CustomStringConvertible {
  /// Where, in bytes from the beginning of the text.
  package let offset: Int
  /// What is wrong, in words.
  package let reason: String

  /// The place and what is wrong there.
  package var description: String { "byte \(offset): \(reason)" }
}
