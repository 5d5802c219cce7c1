internal import Text

/// What the name of a node may be.
enum NodeName {
  /// Whether a name is valid UTF-8 without control characters.
  ///
  /// A carriage return within a line would be one: a sign of lines that end in nothing else.
  static func isValid(_ name: Span<UInt8>) -> Bool {
    for index in name.indices where name[index] < Byte.blank || name[index] == 0x7f {
      return false
    }
    return (try? UTF8Span(validating: name)) != nil
  }
}
