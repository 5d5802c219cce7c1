package import Text

/// The origin of the numbers of a report, beyond what the experiment itself knows.
package struct ReportContext: Sendable {
  /// The program and its version.
  package var program: String
  /// Facts about the input, in order: the file of the graph, its size, its digest.
  package var input: [(name: String, value: JSONValue)]
  /// The parameters of the embedding, in order.
  package var parameters: [(name: String, value: JSONValue)]
  /// The input as one line of text.
  package var inputText: String
  /// The parameters as one line of text.
  package var parametersText: String

  /// Creates a context.
  ///
  /// - Parameters:
  ///   - program: The program and its version.
  ///   - input: Facts about the input, in order.
  ///   - parameters: The parameters of the embedding, in order.
  ///   - inputText: The input as one line of text.
  ///   - parametersText: The parameters as one line of text.
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
