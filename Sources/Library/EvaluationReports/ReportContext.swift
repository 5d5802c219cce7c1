package import Text

/// What a report says about the origin of its numbers, beyond what the experiment knows.
package struct ReportContext: Sendable {
  /// The program and its version.
  package var program: String
  /// The input, as facts in order: the graph's file, its size, its digest.
  package var input: [(name: String, value: JSONValue)]
  /// The parameters of the embedding, in order.
  package var parameters: [(name: String, value: JSONValue)]
  /// The input in one line, for people.
  package var inputText: String
  /// The parameters in one line, for people.
  package var parametersText: String

  /// Creates a context.
  ///
  /// - Parameters:
  ///   - program: The program and its version.
  ///   - input: Facts about the input, in order.
  ///   - parameters: The parameters of the embedding, in order.
  ///   - inputText: The input in one line, for people.
  ///   - parametersText: The parameters in one line, for people.
  package init(
    program: String, input: [(name: String, value: JSONValue)],
    parameters: [(name: String, value: JSONValue)], inputText: String, parametersText: String
  ) {
    self.program = program
    self.input = input
    self.parameters = parameters
    self.inputText = inputText
    self.parametersText = parametersText
  }
}
