extension JSONValue {
  /// Parses a text.
  ///
  /// - Parameter text: The text in UTF-8: one value, optionally surrounded by white space.
  /// - Throws: `JSONError` if the text is not valid JSON, if an object has the same name twice, or
  ///   if values are nested more than 100 deep.
  package init(parsing text: Span<UInt8>) throws(JSONError) {
    var parser = JSONParser()
    self = try parser.parse(text)
  }

  /// The value of a name in an object; nil if there is none, or this is not an object.
  ///
  /// - Parameter name: The name.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
