extension JSONValue {
  /// Reads a text.
  ///
  /// - Parameter text: The text in UTF-8: one value, white space around it.
  /// - Throws: `JSONError` when it is none, when an object has a name twice, and when values are
  ///   nested more than 100 deep.
  package init(parsing text: Span<UInt8>) throws(JSONError) {
    var parser = JSONParser()
    self = try parser.parse(text)
  }

  /// The value of a name in an object; nil where there is none, or no object.
  ///
  /// - Parameter name: The name.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
