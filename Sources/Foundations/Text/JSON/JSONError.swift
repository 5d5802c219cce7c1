/// A text is not valid JSON.
package struct JSONError: Error, Equatable, CustomStringConvertible {
  /// The position in the text, in bytes.
  package let offset: Int
  /// What is wrong.
  package let reason: String

  /// The place and what is wrong there.
  package var description: String { "byte \(offset): \(reason)" }
}
