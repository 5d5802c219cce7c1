/// An error of the library whose message names options of the command, if the command has them.
protocol Remediable: Error {
  /// What is wrong, and which option helps.
  ///
  /// - Parameter option: Returns the command's option for a property of the library, as written on
  ///   the command line; nil if there is none.
  /// - Returns: The text of the message.
  func message(_ option: (_ property: String) -> String?) -> String
}
