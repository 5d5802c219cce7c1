/// A text that is no JSON.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// Where, in bytes from the beginning of the text.
  public let offset: Int
  /// What is wrong, in words.
  public let reason: String

  /// The place and what is wrong there.
  public var description: String { "byte \(offset): \(reason)" }
}
