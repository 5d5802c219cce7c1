internal import Text

/// The rules for names of nodes.
enum NodeName {
  /// Whether a name is valid UTF-8 without control characters.
  ///
  /// Carriage returns are among these: one within a line is a sign of a file whose lines end in
  /// carriage returns alone.
  static func isValid(_ name: Span<UInt8>) -> Bool {
    for index in name.indices where name[index] < Byte.blank || name[index] == 0x7f {
      return false
    }
    return (try? UTF8Span(validating: name)) != nil
  }
}
