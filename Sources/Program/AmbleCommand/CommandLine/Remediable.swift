/// An error of the library whose message names options of the command, where the command has them.
protocol Remediable: Error {
  /// What is wrong, and which option does something about it.
  ///
  /// - Parameter option: The command's option of a property of the library, as it is written on the
  ///   command line; nil where the command has none.
  /// - Returns: The text of the message.
  func message(_ option: (_ property: String) -> String?) -> String
}
